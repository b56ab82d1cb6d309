import Foundation

extension FeedbackClient {
  /// Changes feedback: only what `changes` names.
  ///
  /// Feedback that the outbox holds is changed there, durably, and the change is delivered like the rest; what other
  /// programs changed at the server in score, value, correction and comment is then set back to what this outbox says.
  /// Feedback of others is changed at the server at once, and nothing is kept.
  ///
  /// - Parameter attempts: So many failures in a row end the call that goes to the server; 1 and more.
  /// - Returns: Whether the change waits in the outbox.
  /// - Throws: `FeedbackRecordError`, `StorageError`; `FeedbackServerError` for what is changed at once.
  @discardableResult
  public func update(
    _ id: UUID, _ changes: FeedbackChanges, stopAfterAttempt attempts: Int = FeedbackArguments.defaultAttempts
  ) async throws -> Bool {
    let now = now
    if try await store.write({ try Outbox.change(id, changes, now: now, in: $0) }) { return true }
    try await directCall.update(id, changes, stopAfterAttempt: attempts)
    return false
  }

  /// Deletes feedback. Its id is never used again.
  ///
  /// Feedback that the outbox holds is deleted there, durably, and the deletion is delivered; what was never sent is
  /// forgotten. Feedback of others is deleted at the server at once, and nothing is kept.
  ///
  /// - Parameter attempts: So many failures in a row end the call that goes to the server; 1 and more.
  /// - Returns: Whether the deletion was left to the outbox.
  /// - Throws: `StorageError`; `FeedbackServerError` for what is deleted at once.
  @discardableResult
  public func delete(
    _ id: UUID, stopAfterAttempt attempts: Int = FeedbackArguments.defaultAttempts
  ) async throws -> Bool {
    let now = now
    if try await store.write({ try Outbox.remove(id, now: now, in: $0) }) { return true }
    try await directCall.delete(id, stopAfterAttempt: attempts)
    return false
  }

  /// What the server has under an id (`GET /feedback/{id}`).
  ///
  /// - Parameter attempts: So many failures in a row end the call; 1 and more.
  /// - Throws: `FeedbackServerError`.
  public func read(
    _ id: UUID, stopAfterAttempt attempts: Int = FeedbackArguments.defaultAttempts
  ) async throws -> StoredFeedback {
    try await directCall.read(id, stopAfterAttempt: attempts)
  }

  /// What the server holds, of this program and others, page by page (`GET /feedback`).
  ///
  ///     for try await feedback in client.list(FeedbackQuery(runIDs: [runID])) { … }
  ///
  /// Nothing is asked before it is iterated. What waits in the outbox is not in it.
  ///
  /// - Parameter attempts: For each page, 1 and more. Iterating throws `FeedbackServerError` when they are used up.
  public func list(
    _ query: FeedbackQuery, stopAfterAttempt attempts: Int = FeedbackArguments.defaultAttempts
  ) -> FeedbackList {
    FeedbackList(call: directCall, query: query, attempts: attempts)
  }

  private var directCall: DirectCall {
    DirectCall(
      transport: transport, policy: surroundings.policy, clock: surroundings.clock,
      random: surroundings.random)
  }
}
