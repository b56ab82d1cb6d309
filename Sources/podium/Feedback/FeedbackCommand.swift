import ArgumentParser

struct FeedbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feedback",
    abstract: "Send LangSmith feedback on any run, and look after it.",
    discussion: """
      Feedback is kept on the disk before it is sent, and goes out again until LangSmith has it.

      LANGSMITH_API_KEY says who you are, LANGSMITH_ENDPOINT where LangSmith is, LANGSMITH_WORKSPACE_ID and \
      LANGSMITH_PROFILE are read as LangSmith's SDK reads them.

      \(ExitStatus.legend)
      """,
    subcommands: [
      FeedbackCreateCommand.self, FeedbackListCommand.self, FeedbackReadCommand.self,
      FeedbackUpdateCommand.self, FeedbackDeleteCommand.self, ComparativeExperimentCommand.self,
    ])
}
