import ArgumentParser
import FeedbackSubmission
import Foundation
import LangSmith
import PreferenceStore
import StrictJSON

struct SubmitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Deliver what waits in a workspace to LangSmith.",
    discussion: """
      Judgments of runs with a run_id wait in the workspace until LangSmith has them. This sends them and waits for the \
      answers; what fails is tried again, and what is left over waits for the next time. It may run while somebody judges.

      LANGSMITH_API_KEY says who you are, LANGSMITH_ENDPOINT where LangSmith is, LANGSMITH_WORKSPACE_ID and \
      LANGSMITH_PROFILE are read as LangSmith's SDK reads them.

      Example:
        LANGSMITH_API_KEY=… podium submit runs.podium

      Exit status: 0 nothing waits, 1 some still waits, 2 usage or environment, 3 the file is no workspace or damaged, \
      4 LangSmith refused.
      """)

  @Argument(help: "The workspace, or the input it was made from.")
  var workspace: String

  @Option(help: ArgumentHelp("Give up when nothing has arrived for so long.", valueName: "seconds"))
  var patience = 60

  @OptionGroup
  var connection: ConnectionOptions

  @Flag(help: "Print what was done as JSON.")
  var json = false

  func validate() throws {
    guard patience >= 0 else { throw ValidationError("--patience: expected a number of seconds, 0 or more") }
  }

  func run() async throws {
    let console = Console.standard
    let location = WorkspaceLocation(of: workspace)
    let opened = try WorkspaceAccess(console: console).open(location)
    defer { opened.close() }
    let before = try opened.outboxCounts()
    let progress =
      before.waiting > 0
      ? try await deliver(opened, console) : SubmissionProgress(counts: before, condition: .delivering)
    let result = SubmitResult(path: location.path, before: before, progress: progress)
    if let reason = result.reason { console.note("podium: \(reason)") }
    try console.printLine(json ? result.json.text() : result.sentence)
    if result.status != .done { throw result.status.exitCode }
  }

  private func deliver(_ workspace: Workspace, _ console: Console) async throws -> SubmissionProgress {
    let submitter = Submitter(database: workspace.database, transport: try connection.transport())
    let report = SubmitReport(console: console)
    defer { report.finish() }
    let interruption = Interruption()
    defer { interruption.stop() }
    let delivery = Task {
      try await submitter.drain(patience: .seconds(patience)) { report.show($0) }
    }
    interruption.handle {
      delivery.cancel()
      submitter.wake()
    }
    return try await delivery.value
  }
}
