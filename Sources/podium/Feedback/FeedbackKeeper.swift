import FeedbackSubmission
import Foundation

/// Puts feedback on the disk: all of it, or nothing.
struct FeedbackKeeper {
  let client: FeedbackClient

  /// - Returns: The records' ids, in order. They are all that is held of the records.
  /// - Throws: `CommandFailure` for what cannot be kept beside what is there, `StorageError`.
  func keep(_ next: () throws -> FeedbackRecord?) throws -> [UUID] {
    var ids: [UUID] = []
    do {
      try client.create(streaming: next) { ids.append($0.id) }
    } catch let error as FeedbackRecordError {
      throw CommandFailure(.usage, "\(error); nothing was kept")
    }
    return ids
  }
}
