import ArgumentParser
import LangSmith

/// What `pull` is told about annotation queues.
struct QueueOptions: ParsableArguments {
  @Option(help: "Print the runs of this annotation queue: its name or id.")
  var queue: String?

  @Option(help: "Only items that are so far.")
  var status: Status = .needsMyReview

  @Option(help: ArgumentHelp("No more than so many runs.", valueName: "number"))
  var limit: Int?

  @Option(
    help: ArgumentHelp("Mark this item as done, and print nothing; may be repeated.", valueName: "item-id"))
  var markDone: [String] = []

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit: expected 1 or more") }
  }
}

extension QueueOptions {
  /// The statuses as they are typed.
  enum Status: String, CaseIterable, ExpressibleByArgument {
    case needsMyReview = "needs-my-review"
    case needsOthersReview = "needs-others-review"
    case completed

    var asked: QueueStatus {
      switch self {
      case .needsMyReview: .needsMyReview
      case .needsOthersReview: .needsOthersReview
      case .completed: .completed
      }
    }
  }
}
