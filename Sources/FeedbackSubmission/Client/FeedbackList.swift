/// Feedback that a server holds, fetched page by page while it is iterated.
///
///     for try await feedback in client.list(query) { … }
///
/// A page that fails for a passing reason is asked for again, with pauses. Iteration throws `FeedbackServerError`, or
/// `CancellationError`.
public struct FeedbackList: AsyncSequence, Sendable {
  public typealias Element = StoredFeedback

  let call: DirectCall
  let query: FeedbackQuery
  let attempts: Int

  /// All of it at once.
  public func all() async throws -> [StoredFeedback] {
    try await reduce(into: []) { $0.append($1) }
  }

  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(call: call, pages: FeedbackPages(query), attempts: attempts)
  }

  public struct AsyncIterator: AsyncIteratorProtocol {
    let call: DirectCall
    var pages: FeedbackPages
    let attempts: Int
    private var page: ArraySlice<StoredFeedback> = []

    init(call: DirectCall, pages: FeedbackPages, attempts: Int) {
      self.call = call
      self.pages = pages
      self.attempts = attempts
    }

    public mutating func next() async throws -> StoredFeedback? {
      while page.isEmpty {
        guard let next = pages.next else { return nil }
        page = pages.receive(try await call.list(next, stopAfterAttempt: attempts))
      }
      return page.removeFirst()
    }
  }
}
