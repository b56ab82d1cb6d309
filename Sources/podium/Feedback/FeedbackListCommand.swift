import ArgumentParser
import FeedbackSubmission
import LangSmith
import StrictJSON

struct FeedbackListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print feedback that LangSmith has.",
    discussion: """
      Prints a record a line, as JSON, as LangSmith gives it; a page of a hundred is fetched at a time. Without a filter, \
      all of the LangSmith workspace. What is kept here and not delivered yet is not in it.

      Examples:
        podium feedback list --run-id 0196d2a4-… --key correctness
        podium feedback list --comparative-experiment-id 0196d2a4-… | jq .score

      Exit status: 0 done, also when there is none, 2 usage or environment, 4 LangSmith refused.
      """)

  @OptionGroup(title: "Which")
  var filter: FeedbackQueryOptions

  @OptionGroup
  var connection: ConnectionOptions

  func run() async throws {
    let console = Console.standard
    let query = try filter.read()
    let client = LangSmithClient(try connection.settings(), onPause: PauseNote(console: console).show)
    var left = query.limit ?? .max
    for var part in query.parts where left > 0 {
      part.limit = query.limit.map { _ in left }
      for try await page in client.feedback(part).pages {
        try console.printJSONLines(page.map { .object($0.json) })
        left -= page.count
      }
    }
  }
}
