import ArgumentParser

struct OutboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox",
    abstract: "Look at the feedback that is on its way out, and decide about what was refused.",
    discussion: """
      Feedback is delivered in groups: that of a comparison is at LangSmith whole, or not at all. A group is named by its \
      id, by the id of one of its records, or by the first digits of either.

      \(ExitStatus.legend)
      """,
    subcommands: [
      OutboxListCommand.self, OutboxShowCommand.self, OutboxRetryCommand.self, OutboxDropCommand.self,
    ])
}
