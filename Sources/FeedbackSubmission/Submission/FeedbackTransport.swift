import Foundation

/// The way to a feedback server. `LangSmith` has one over HTTP; tests and other servers bring their own.
///
/// One method makes a transport: `perform(_:)` of a single operation. Where the server takes several at once,
/// `batching()` says what may travel together, and `perform(together:)` carries it.
public protocol FeedbackTransport: Sendable {
  /// Carries one operation out. Never throws: everything that can happen is an outcome.
  ///
  /// It ends in bounded time by a deadline of its own, also when the task that calls it is cancelled: an
  /// operation cut short would leave it open whether the server has carried it out. Only `abandon()` cuts it short.
  func perform(_ operation: FeedbackOperation) async -> FeedbackOutcome

  /// What may travel together at the moment. Asked each time before operations are handed out.
  ///
  /// By default nothing may.
  func batching() async -> FeedbackBatching

  /// Carries out, in one request, operations that `batching()` lets travel together: creations only, or reads
  /// only.
  ///
  /// The rules of `perform(_:)` hold. By default they are performed one after the other.
  func perform(together operations: [FeedbackOperation]) async -> FeedbackBatchOutcome

  /// Where a delivery best runs, if the transport has a thread of its own: requests that are handed from thread to
  /// thread cost more for that than for being sent. Nothing that runs there blocks.
  ///
  /// By default a delivery runs where all tasks run.
  var executor: (any TaskExecutor)? { get }

  /// Asks what the server holds: a page of at most `limit` records, behind the first `offset`. The answer's body is a
  /// JSON array of records.
  ///
  /// By default nothing can be listed.
  func list(_ query: FeedbackQuery, limit: Int, offset: Int) async -> FeedbackOutcome

  /// Ends what is under way without waiting for answers, and sends nothing from now on: somebody wants the program to
  /// end now. What was sent becomes `ambiguous`, what was not `notSent`.
  ///
  /// By default nothing is cut short.
  func abandon()
}

extension FeedbackTransport {
  public func batching() async -> FeedbackBatching { .none }

  public func abandon() {}

  public func perform(together operations: [FeedbackOperation]) async -> FeedbackBatchOutcome {
    var outcomes: [FeedbackOutcome] = []
    for operation in operations { outcomes.append(await perform(operation)) }
    return .each(outcomes)
  }

  public var executor: (any TaskExecutor)? { nil }

  public func list(_ query: FeedbackQuery, limit: Int, offset: Int) async -> FeedbackOutcome {
    .answered(FeedbackAnswer(status: 501, body: Array(#"{"detail": "nothing can be listed"}"#.utf8)))
  }
}

/// One thing to be done at the server. Bodies are JSON.
public enum FeedbackOperation: Sendable, Equatable {
  case create(id: UUID, body: [UInt8])
  case update(id: UUID, body: [UInt8])
  case delete(id: UUID)
  /// - Parameter run: The run that the record is about, if it is about one: by it, records can be found together.
  case read(id: UUID, run: UUID? = nil)
}
