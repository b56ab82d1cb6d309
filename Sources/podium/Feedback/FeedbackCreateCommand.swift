import ArgumentParser
import FeedbackSubmission
import Foundation
import PreferenceStore

struct FeedbackCreateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Keep feedback, and deliver it.",
    discussion: """
      The arguments are those of create_feedback in LangSmith's SDK. With --from-json they come from a file: one JSON \
      object a line, named as in the SDK. All lines are checked before any is kept; a mistake in one keeps none.

      Prints a line of JSON for each record: its id, and how far it is (kept, delivered, refused, heldBack). What could \
      not be delivered stays kept, and goes out with the next call or with `podium submit`. Neighbors with the same \
      feedback_group_id are delivered whole. A feedback_id of yours makes a call safe to repeat.

      Examples:
        podium feedback create --run-id 0196d2a4-… --key correctness --score 0.9
        podium feedback create --from-json feedback.jsonl --no-wait

      Exit status: 0 all is delivered, or kept with --no-wait; 1 some is kept and not yet delivered; 2 an argument was \
      refused, or the environment does not allow it: nothing was kept; 3 a line is no JSON object, or the file no \
      workspace: nothing was kept; 4 LangSmith refused.
      """)

  @OptionGroup(title: "Arguments of create_feedback")
  var arguments: FeedbackArgumentOptions

  @Option(
    help: ArgumentHelp("Take the arguments from JSON Lines; - is standard input.", valueName: "file"),
    completion: .file())
  var fromJson: String?

  @OptionGroup
  var outbox: FeedbackOutboxOption

  @OptionGroup
  var delivery: DeliveryOptions

  @Flag(help: "Keep the feedback and do not send it now.")
  var noWait = false

  func validate() throws {
    guard fromJson != nil else { return }
    if let name = arguments.given.first?.name {
      throw ValidationError("\(FeedbackArgumentOptions.flag(name)) cannot be given together with --from-json")
    }
  }

  func run() async throws {
    let console = Console.standard
    let input = try fromJson.map { try FeedbackFile(path: $0) }
    let check = try input?.check(console) ?? FeedbackCheck(of: try arguments.read())
    let transport = try delivery.transport(sends: !noWait)
    let (workspace, path) = try outbox.open()
    defer { workspace.close() }
    let keeper = FeedbackKeeper(
      client: FeedbackClient(database: workspace.database, transport: transport))
    let ids = try keeper.keep(try input?.records() ?? check.single)
    let delivery = FeedbackDelivery(client: keeper.client, console: console)
    let progress = try await noWait ? nil : delivery.run(stopAfterAttempt: check.attempts)
    let status = try await delivery.report(on: ids, progress: progress, path: path)
    if status != .done { throw status.exitCode }
  }
}
