/// One try to bring one record forward.
struct Attempt: Equatable, Sendable {
  enum Operation: String, Sendable, CaseIterable {
    case create, update, delete, read
  }

  let operation: Operation
  /// The desired revision it was made from.
  let revision: Int
}

extension RecordState {
  /// What is to be done next; `nil` if nothing is.
  var nextAttempt: Attempt? {
    switch phase {
    case .synced, .dead: nil
    case .verify: Attempt(operation: .read, revision: desiredRevision)
    case .pending, .backoff: Attempt(operation: change, revision: desiredRevision)
    }
  }

  private var change: Attempt.Operation {
    guard desired == .body else { return .delete }
    return presence == .present ? .update : .create
  }
}
