import Foundation
import GRDB
import Synchronization

/// Commits what several tasks want to write at the same time in one transaction: each waits for its own disk flush
/// no longer than one alone would, and a flush is what a commit costs.
final class GroupCommit: Sendable {
  private struct Job {
    /// Carries the work out and keeps its result.
    let run: (Database) throws -> Void
    /// Hands the result over, or the error for which nothing was committed.
    let finish: ((any Error)?) -> Void
  }

  private let database: DurableDatabase
  private let queue = BlockingQueue(label: "podium.feedback-client")
  private let waiting = Mutex<[@Sendable () -> Job]>([])

  init(database: DurableDatabase) {
    self.database = database
  }

  /// When this returns, what `body` wrote is on the disk; when it throws, nothing of it is.
  func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      waiting.withLock { $0.append { Self.job(body, continuation) } }
      queue.start { self.commit() }
    }
  }

  func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
    try await queue.run { [database] in try database.read(body) }
  }

  private func commit() {
    let jobs = waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting.map { $0() }
    }
    guard !jobs.isEmpty else { return }
    do {
      try database.write { db in try jobs.forEach { try $0.run(db) } }
      jobs.forEach { $0.finish(nil) }
    } catch {
      jobs.forEach { $0.finish(error) }
    }
  }

  private static func job<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value,
    _ continuation: CheckedContinuation<Value, any Error>
  ) -> Job {
    var result: Result<Value, any Error> = .failure(CancellationError())
    return Job { db in
      // One that is refused takes back what it wrote, and nothing of the others; if the disk fails, it fails all.
      do {
        try db.inSavepoint {
          result = .success(try body(db))
          return .commit
        }
      } catch let error where !(error is DatabaseError) {
        result = .failure(error)
      }
    } finish: { failure in
      continuation.resume(with: failure.map { .failure($0) } ?? result)
    }
  }
}
