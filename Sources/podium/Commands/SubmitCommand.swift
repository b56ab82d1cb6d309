import ArgumentParser
import FeedbackSubmission
import Foundation
import PreferenceStore
import StrictJSON

struct SubmitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Deliver what waits in a workspace to LangSmith.",
    discussion: """
      Judgments of runs with a run_id wait in the workspace until LangSmith has them. This sends them and waits for the \
      answers; what fails is tried again, and what is left over waits for the next time. It may run while somebody judges.

      With --until-empty it stays until nothing waits, however long the server is away; with --watch it stays and sends \
      what comes, until Ctrl-C or SIGTERM. Asked to end, it finishes what is being sent, for 5 seconds at most, and leaves \
      the rest waiting; what is cut short then is looked for with the next delivery before anything is sent again. Ctrl-C \
      once more ends at once, and nothing is lost by that either.

      LANGSMITH_API_KEY says who you are, LANGSMITH_ENDPOINT where LangSmith is, LANGSMITH_WORKSPACE_ID and \
      LANGSMITH_PROFILE are read as LangSmith's SDK reads them.

      Examples:
        LANGSMITH_API_KEY=… podium submit runs.podium
        podium submit runs.podium --watch

      Exit status: 0 nothing waits, 1 some still waits, or stands refused from before, 2 usage or environment, 3 the file is \
      no workspace or damaged, 4 LangSmith refused the key, or a record now.
      """)

  @Argument(help: "The workspace, or the input it was made from.", completion: .file())
  var workspace: String

  @Flag(help: "Stay until nothing waits.")
  var untilEmpty = false

  @Flag(help: "Stay, and send what comes, until Ctrl-C or SIGTERM.")
  var watch = false

  @Option(
    help: ArgumentHelp("Give up when nothing has arrived for so long; 60 without it.", valueName: "seconds"))
  var patience: Int?

  @OptionGroup
  var delivery: DeliveryOptions

  @Flag(help: "Print what was done as JSON.")
  var json = false

  func validate() throws {
    if let patience, !(0...31_536_000).contains(patience) {
      throw ValidationError("--patience: expected a number of seconds, from 0 to 31536000, which is a year")
    }
    let given = [(watch, "--watch"), (untilEmpty, "--until-empty"), (patience != nil, "--patience")].filter(
      \.0)
    if given.count > 1 { throw ValidationError("\(given[0].1) and \(given[1].1) cannot be given together") }
  }

  private var mode: SubmitMode {
    if watch { return .watch }
    return untilEmpty ? .untilEmpty : .once(patience: .seconds(patience ?? 60))
  }

  func run() async throws {
    let console = Console.standard
    let location = try WorkspaceLocation(of: workspace)
    let opened = try WorkspaceAccess(console: console).open(location)
    defer { opened.close() }
    let before = try opened.outboxCounts()
    let progress = try await deliver(opened, before, console)
    let result = SubmitResult(path: location.path, before: before, progress: progress)
    for note in result.notes { console.note("podium: \(note)") }
    try json ? console.printJSON(result.json) : console.printLine(result.sentence)
    if result.status != .done { throw result.status.exitCode }
  }

  private func deliver(
    _ workspace: Workspace, _ before: OutboxCounts, _ console: Console
  ) async throws -> SubmissionProgress {
    guard before.waiting > 0 || watch else {
      return SubmissionProgress(counts: before, condition: .delivering)
    }
    let delivery = WorkspaceDelivery(
      workspace: workspace, transport: try delivery.transport(), console: console)
    return try await delivery.run(mode)
  }
}
