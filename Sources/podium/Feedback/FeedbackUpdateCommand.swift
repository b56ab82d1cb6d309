import ArgumentParser
import FeedbackSubmission
import Foundation
import StrictJSON

struct FeedbackUpdateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Change feedback: what is named, and nothing else.",
    discussion: """
      Feedback that is in the workspace is changed there first, and the change is delivered; other feedback is changed at \
      LangSmith at once.

      Examples:
        podium feedback update 0196d2a4-… --score 0.5
        podium feedback update 0196d2a4-… --clear comment --clear value

      Exit status: 0 done, 1 the change is kept and not yet delivered, 2 usage or environment: nothing was changed, \
      4 LangSmith refused.
      """)

  @Argument(help: "The feedback's id.")
  var id: String

  @Option(
    parsing: .unconditional, help: ArgumentHelp("A number, true or false; null clears.", valueName: "json"))
  var score: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A number, true, false, an object, or text; null clears.", valueName: "json"))
  var value: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("An object, or text; null clears.", valueName: "json"))
  var correction: String?

  @Option(parsing: .unconditional, help: "The new comment.")
  var comment: String?

  @Option(help: ArgumentHelp("What to clear: score, value, correction or comment.", valueName: "name"))
  var clear: [String] = []

  @OptionGroup
  var options: FeedbackChangeOptions

  func run() async throws {
    let (id, changes) = (try FeedbackChangeOptions.id(id), try changes())
    try await options.run(id) { client, attempts in
      try await client.update(id, changes, stopAfterAttempt: attempts)
    }
  }

  /// - Throws: `CommandFailure` that names the option.
  private func changes() throws -> FeedbackChanges {
    var object = JSONObject()
    for name in clear {
      guard FeedbackChanges.names.contains(name) else {
        throw CommandFailure(
          .usage, "--clear: expected one of \(FeedbackChanges.names.joined(separator: ", "))")
      }
      object[name] = .null
    }
    for case (let name, let text?) in [("score", score), ("value", value), ("correction", correction)] {
      object[name] = try OptionJSON.value(text, flag: FeedbackArgumentOptions.flag(name))
    }
    if let comment { object["comment"] = .string(comment) }
    guard !object.isEmpty else { throw CommandFailure(.usage, "say what to change: see --help") }
    do {
      return try FeedbackChanges(object)
    } catch {
      throw CommandFailure(.usage, error.description(spelling: FeedbackArgumentOptions.flag))
    }
  }
}
