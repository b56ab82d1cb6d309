import FeedbackSubmission

/// Where judgments are delivered while somebody judges.
struct FrontDelivery {
  /// `nil` without a key: then they wait.
  let transport: (any FeedbackTransport)?
}
