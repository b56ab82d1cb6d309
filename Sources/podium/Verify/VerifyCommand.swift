import ArgumentParser
import FeedbackSubmission
import Foundation
import LangSmith
import PreferenceStore
import StrictJSON

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read LangSmith back, and compare it with what was saved.",
    discussion: """
      Compares every record that was delivered with what LangSmith has: run and key, score, value, correction, comment, \
      group, comparative experiment, session and trace. Says what is missing, different, or half there, what was \
      withdrawn and is there again, and what is in a group of yours that you did not send. By default it reads the \
      feedback of your runs; with --comparative-experiment or --session it reads theirs, and compares what belongs there.

      --repair sends again what is missing or different, deletes again what was withdrawn, and looks once more. It \
      deletes nothing that did not come from this workspace.

      Examples:
        podium verify runs.podium
        podium verify runs.podium --comparative-experiment 0196d2a4-… --repair

      Exit status: 0 LangSmith has exactly what it must have, at the end; 1 it has not, or something is not delivered; \
      2 usage or environment; 3 the file is no workspace or damaged; 4 LangSmith refused.
      """)

  /// For what a repair sends: so long may pass without anything arriving.
  private static let patience = Duration.seconds(60)

  @Argument(help: ArgumentHelp("The workspace, as --workspace.", valueName: "workspace"), completion: .file())
  var file: String?

  @OptionGroup
  var location: OutboxLocation

  @Option(help: ArgumentHelp("Compare the feedback of this comparative experiment.", valueName: "id"))
  var comparativeExperiment: String?

  @Option(help: ArgumentHelp("Compare the feedback of this project or experiment.", valueName: "id"))
  var session: String?

  @Flag(help: "Send again what is missing or different, and look once more.")
  var repair = false

  @OptionGroup
  var connection: ConnectionOptions

  @Flag(help: "Print what was found as JSON.")
  var json = false

  func validate() throws {
    guard comparativeExperiment == nil || session == nil else {
      throw ValidationError("--session: cannot be given together with --comparative-experiment")
    }
    _ = try scope
  }

  func run() async throws {
    let console = Console.standard
    let settings = try connection.settings()
    let (workspace, path, rest) = try location.open(file.map { [$0] } ?? [])
    defer { workspace.close() }
    if let word = rest.first { throw CommandFailure(.usage, "\(word): expected a workspace") }
    let progress = VerifyProgress(console: console)
    let client = LangSmithClient(settings, onPause: progress.show)
    let verification = WorkspaceVerification(
      workspace: workspace, client: client, scope: try scope, repairs: repair, progress: progress)
    var result = VerifyResult(path: path, first: try await verification.run())
    progress.finish()
    if result.first.repaired > 0 {
      result.delivery = try await WorkspaceDelivery(
        workspace: workspace, transport: LangSmithTransport(settings), console: console
      ).run(.once(patience: Self.patience))
      result.second = try await verification.check(result.first.repairedGroups)
      progress.finish()
    }
    try print(result, console)
    if result.status != .done { throw result.status.exitCode }
  }

  private func print(_ result: VerifyResult, _ console: Console) throws {
    if json { return try console.printLine(result.json.text()) }
    for line in result.lines { try console.printLine(line) }
  }

  private var scope: VerificationScope {
    get throws {
      if let id = try Self.id(comparativeExperiment, "--comparative-experiment") {
        return .comparativeExperiment(id)
      }
      return try Self.id(session, "--session").map(VerificationScope.session) ?? .everything
    }
  }

  private static func id(_ text: String?, _ option: String) throws -> UUID? {
    guard let text else { return nil }
    guard let id = UUID(lenient: text) else { throw ValidationError("\(option): expected a UUID") }
    return id
  }
}
