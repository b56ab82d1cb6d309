import FeedbackSubmission
import Foundation
import PreferenceStore

/// Delivers what waits in a workspace, for as long as the mode says, and ends early when it is asked to.
struct WorkspaceDelivery {
  let workspace: Workspace
  let transport: any FeedbackTransport
  let console: Console

  /// - Returns: How far it got.
  func run(_ mode: SubmitMode) async throws -> SubmissionProgress {
    let submitter = Submitter(database: workspace.database, transport: transport)
    let report = SubmitReport(console: console, isWatching: mode == .watch)
    defer { report.finish() }
    let interruption = Interruption()
    defer { interruption.stop() }
    let delivery = Task { try await deliver(mode, by: submitter, report) }
    interruption.handle {
      report.note("podium: finishing what is being sent, for 5 s at most; once more ends at once")
      delivery.cancel()
      submitter.wake()
    } cut: { [transport] in
      transport.abandon()
    }
    return try await delivery.value
  }

  private func deliver(
    _ mode: SubmitMode, by submitter: Submitter, _ report: SubmitReport
  ) async throws -> SubmissionProgress {
    switch mode {
    case .once(let patience): try await submitter.drain(patience: patience) { report.show($0) }
    case .untilEmpty: try await submitter.drain { report.show($0) }
    case .watch: try await watch(submitter, report)
    }
  }

  private func watch(_ submitter: Submitter, _ report: SubmitReport) async throws -> SubmissionProgress {
    let watch = DataVersionWatch(of: workspace) { submitter.wake() }
    defer { watch.stop() }
    await submitter.run {
      report.show($0)
    } onTrouble: { error in
      report.note("podium: \(CommandFailure(error).message); watching on")
    }
    return SubmissionProgress(counts: try workspace.outboxCounts(), condition: report.condition)
  }
}
