import ArgumentParser
import FeedbackSubmission
import Foundation
import Identifiers
import LangSmith
import StrictJSON

struct FeedbackReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Print feedback by its id, as LangSmith has it.",
    discussion: """
      Prints a record a line, as JSON, in the order of the ids.

      Example:
        podium feedback read 0196d2a4-… 0196d2a5-…

      Exit status: 0 done, 1 LangSmith does not have all of them, 2 usage or environment, 4 LangSmith refused.
      """)

  @Argument(help: "The feedback's ids.")
  var id: [String]

  @OptionGroup
  var connection: ConnectionOptions

  func run() async throws {
    let console = Console.standard
    let ids = try id.map(FeedbackChangeOptions.id)
    let client = LangSmithClient(try connection.settings(), onPause: PauseNote(console: console).show)
    var isComplete = true
    for id in ids {
      do {
        try console.printJSONLines([.object(try await client.feedback(id: id).json)])
      } catch let error as LangSmithError where error.code == .notFound && error.status == 404 {
        console.note("podium: the server has no feedback \(id.lowercaseString)")
        isComplete = false
      }
    }
    if !isComplete { throw ExitStatus.findings.exitCode }
  }
}
