import Foundation

/// The way to a feedback server. `LangSmith` has one over HTTP; tests and other servers bring their own.
public protocol FeedbackTransport: Sendable {
  /// Carries one operation out. Never throws: everything that can happen is an outcome.
  ///
  /// It ends in bounded time by a deadline of its own, also when the task that calls it is cancelled: an
  /// operation cut short would leave it open whether the server has carried it out.
  func perform(_ operation: FeedbackOperation) async -> FeedbackOutcome
}

/// One thing to be done at the server. Bodies are JSON.
public enum FeedbackOperation: Sendable, Equatable {
  case create(id: UUID, body: [UInt8])
  case update(id: UUID, body: [UInt8])
  case delete(id: UUID)
  case read(id: UUID)
}
