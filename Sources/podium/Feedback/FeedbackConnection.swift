import FeedbackSubmission
import LangSmith

/// The way to LangSmith, as the environment says.
struct FeedbackConnection {
  let settings: LangSmithSettings
  let transport: LangSmithTransport

  /// - Throws: `CommandFailure`, `LangSmithSettingsError`.
  init() throws {
    settings = try LangSmithSettings()
    guard settings.credential != nil || settings.endpoint.isLoopback else {
      throw CommandFailure(
        .usage, "LANGSMITH_API_KEY is not set: set it to a key from LangSmith's settings page")
    }
    transport = LangSmithTransport(settings)
  }
}

/// Leads nowhere, for commands that send nothing.
struct NoTransport: FeedbackTransport {
  func perform(_ operation: FeedbackOperation) async -> FeedbackOutcome {
    .blocked(reason: "nothing is sent now")
  }
}
