import FeedbackSubmission

/// Leads nowhere, for commands that send nothing.
struct NoTransport: FeedbackTransport {
  func perform(_ operation: FeedbackOperation) async -> FeedbackOutcome {
    .blocked(reason: "nothing is sent now")
  }
}
