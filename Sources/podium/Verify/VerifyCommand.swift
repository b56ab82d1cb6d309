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
      group, comparative experiment, session, trace, source, extra, error and configuration. Says what is missing, \
      different, or half there, what was withdrawn and is there again (a record that says it was retracted is not), and \
      what is there that you did not send: in a group of yours, or in no group under the run and key of a record of yours. \
      By default it reads the feedback of your runs; with --comparative-experiment, --session or --run it reads that of \
      one, and compares what belongs there.

      Score, value, correction and comment have to be the same. Of the rest LangSmith may leave out what it likes, and tell \
      more of source, extra and configuration than it was given. The source's metadata of a record that was edited are not \
      compared: no request changes them, so they may tell of the revision that was sent first. Nor are the run's start, the \
      address and the retention, which no read returns.

      --repair sends again what is missing or different, deletes again what was withdrawn, and looks once more. It \
      deletes nothing that did not come from this workspace.

      Examples:
        podium verify runs.podium
        podium verify runs.podium --comparative-experiment 0196d2a4-… --repair
        podium verify runs.podium --run 0196d2b0-…

      Exit status: 0 LangSmith has exactly what it must have, at the end; 1 it has not, or something is not delivered; \
      2 usage or environment, or nothing of yours is in what was named; 3 the file is no workspace or damaged; 4 LangSmith refused.
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

  @Option(name: .customLong("run"), help: ArgumentHelp("Compare the feedback of this run.", valueName: "id"))
  var runID: String?

  @Flag(help: "Send again what is missing or different, and look once more.")
  var repair = false

  @OptionGroup
  var delivery: DeliveryOptions

  @Flag(help: "Print what was found as JSON.")
  var json = false

  func validate() throws {
    let given = scopes.filter { $0.id != nil }.map(\.option)
    guard given.count <= 1 else {
      throw ValidationError("\(given[1]): cannot be given together with \(given[0])")
    }
    _ = try scope
  }

  func run() async throws {
    let console = Console.standard
    let settings = try delivery.connection.settings()
    let (workspace, path, rest) = try location.open(file.map { [$0] } ?? [])
    defer { workspace.close() }
    if let word = rest.first { throw CommandFailure(.usage, "\(word): expected a workspace") }
    try checkScope(workspace, path)
    let progress = ReadingProgress("verifying", console: console)
    let client = LangSmithClient(settings, onPause: progress.show)
    let verification = WorkspaceVerification(
      workspace: workspace, client: client, scope: try scope, repairs: repair, progress: progress)
    var result = VerifyResult(path: path, first: try await verification.run())
    progress.finish()
    if result.first.repaired > 0 {
      result.delivery = try await WorkspaceDelivery(
        workspace: workspace, transport: try delivery.transport(), console: console
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

  /// What is misspelled must not look like what was proved.
  private func checkScope(_ workspace: Workspace, _ path: String) throws {
    guard let (option, id, _) = scopes.first(where: { $0.id != nil }),
      try !workspace.hasFeedback(in: try scope)
    else { return }
    let advice = "check the id, or compare all without \(option)"
    throw CommandFailure(.usage, "\(option) \(id ?? ""): no feedback in \(path) belongs to it; \(advice)")
  }

  private var scopes: [(option: String, id: String?, scope: (UUID) -> VerificationScope)] {
    [
      ("--comparative-experiment", comparativeExperiment, VerificationScope.comparativeExperiment),
      ("--session", session, VerificationScope.session), ("--run", runID, VerificationScope.run),
    ]
  }

  private var scope: VerificationScope {
    get throws {
      for (option, text, scope) in scopes {
        guard let text else { continue }
        guard let id = UUID(lenient: text) else { throw ValidationError("\(option): expected a UUID") }
        return scope(id)
      }
      return .everything
    }
  }
}
