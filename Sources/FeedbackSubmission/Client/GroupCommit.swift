import Foundation
import GRDB
import Synchronization

/// Commits what several tasks want to write at the same time in one transaction: each waits for its own disk flush
/// no longer than one alone would, and a flush is what a commit costs.
final class GroupCommit: Sendable {
  private struct Job {
    /// Carries the work out and keeps its result.
    let run: (Database) throws -> Void
    /// The same in a savepoint of its own, which few jobs need.
    let runApart: (Database) throws -> Void
    /// Hands the result over, or the error for which nothing was committed.
    let finish: ((any Error)?) -> Void
  }

  private let database: DurableDatabase
  private let queue = BlockingQueue(label: "podium.feedback-client")
  private let waiting = Mutex<[@Sendable () -> Job]>([])
  private let listeners = Mutex(Listeners())

  private struct Listeners {
    var nextNumber = 0
    var all: [Int: @Sendable () -> Void] = [:]
  }

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

  /// While `body` runs, `listener` is told of each commit.
  func waking<Value>(
    _ listener: @escaping @Sendable () -> Void, while body: () async throws -> Value
  ) async rethrows -> Value {
    let number = listeners.withLock { listeners in
      listeners.nextNumber += 1
      listeners.all[listeners.nextNumber] = listener
      return listeners.nextNumber
    }
    defer { listeners.withLock { $0.all[number] = nil } }
    return try await body()
  }

  private func commit() {
    let jobs = waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting.map { $0() }
    }
    guard !jobs.isEmpty else { return }
    do {
      do {
        try database.write { db in try jobs.forEach { try $0.run(db) } }
      } catch is HalfWritten {
        try database.write { db in try jobs.forEach { try $0.runApart(db) } }
      }
      jobs.forEach { $0.finish(nil) }
      for listener in listeners.withLock({ $0.all.values.map { $0 } }) { listener() }
    } catch {
      jobs.forEach { $0.finish(error) }
    }
  }

  private static func job<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value,
    _ continuation: CheckedContinuation<Value, any Error>
  ) -> Job {
    var result: Result<Value, any Error> = .failure(CancellationError())
    // One that is refused takes back what it wrote, and nothing of the others; if the disk fails, it fails all.
    return Job { db in
      let changes = db.totalChangesCount
      do {
        result = .success(try body(db))
      } catch let error where !(error is DatabaseError) {
        guard db.totalChangesCount == changes else { throw HalfWritten() }
        result = .failure(error)
      }
    } runApart: { db in
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

  /// A refused job has written something: all is taken back and done again, each job apart from the others.
  private struct HalfWritten: Error {}
}
