import FeedbackSubmission
import LangSmith
import PreferenceStore

/// Delivers what a repair has made outstanding, together with whatever else waits.
struct RepairDelivery {
  let workspace: Workspace
  let console: Console

  /// So long may pass without anything arriving.
  private static let patience = Duration.seconds(60)

  func run(through transport: LangSmithTransport) async throws -> SubmissionProgress {
    let submitter = Submitter(database: workspace.database, transport: transport)
    let report = SubmitReport(console: console)
    defer { report.finish() }
    let interruption = Interruption()
    defer { interruption.stop() }
    let delivery = Task { try await submitter.drain(patience: Self.patience, observer: report.show) }
    interruption.handle {
      delivery.cancel()
      submitter.wake()
    }
    return try await delivery.value
  }
}
