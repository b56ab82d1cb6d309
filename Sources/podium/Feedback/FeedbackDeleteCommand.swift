import ArgumentParser
import FeedbackSubmission

struct FeedbackDeleteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Delete feedback.",
    discussion: """
      Feedback that is in the workspace is deleted there first, and the deletion is delivered; other feedback is deleted \
      at LangSmith at once. An id that was deleted is never used again.

      Example:
        podium feedback delete 0196d2a4-…

      Exit status: 0 done, 1 the deletion is kept and not yet delivered, 2 usage or environment: nothing was deleted, \
      4 LangSmith refused.
      """)

  @Argument(help: "The feedback's id.")
  var id: String

  @OptionGroup
  var options: FeedbackChangeOptions

  func run() async throws {
    let id = try FeedbackChangeOptions.id(id)
    try await options.run(id, isDeletion: true) { client, attempts in
      try await client.delete(id, stopAfterAttempt: attempts)
    }
  }
}
