import Foundation
import GRDB
import Synchronization

/// A SQLite file that keeps what it acknowledged: WAL with `synchronous=FULL`, one writer lock round every write,
/// checkpoint and close.
///
/// One connection serves the process. Other processes may use the file at the same time, each through a
/// `DurableDatabase` of its own.
package final class DurableDatabase: Sendable {
  /// Where the file is, without symbolic links.
  package let path: String
  private let file: DatabaseFile
  private let queue: DatabaseQueue
  private let lock: WriterLock
  private let schema: DatabaseSchema
  private let patience: TimeInterval
  private let state = Mutex(State())

  private struct State {
    var isClosed = false
    /// More frames than this in the log call for a checkpoint.
    var longLog = DurableDatabase.checkpointInterval
  }

  /// Opens the file, or makes it, readable by its owner alone.
  ///
  /// - Parameters:
  ///   - schema: Whose file it is, and how it is brought up to date.
  ///   - patience: How many seconds a write waits for other writers.
  /// - Throws: `StorageError`.
  package init(
    path: String, createIfMissing: Bool = true, schema: DatabaseSchema, patience: TimeInterval = 10
  ) throws {
    file = try DatabaseFile(path: path, createIfMissing: createIfMissing)
    self.path = file.path
    self.schema = schema
    self.patience = patience
    lock = try WriterLock(of: file)
    queue = try StorageError.translating(path: path) {
      try DatabaseQueue(path: path, configuration: ConnectionSettings.configuration)
    }
    try prepare()
  }

  deinit {
    close()
  }

  /// Runs `body`, which only reads, on one consistent state of the file.
  package func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    // Not through GRDB's `read`: it sets and resets a pragma, for which SQLite compiles every statement anew.
    try StorageError.translating(path: path) {
      try queue.unsafeRead { db in
        let changes = db.totalChangesCount
        defer { assert(db.totalChangesCount == changes, "writing needs the writer lock") }
        return try db.inDeferredTransaction { try body(db) }
      }
    }
  }

  /// Runs `body` in one immediate transaction. When this returns, what it wrote is on the disk; when it throws, nothing
  /// is. It blocks the thread while others write, up to the patience given on opening.
  package func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try locked {
      try file.requireInPlace()
      let value = try queue.write { db in
        // Another process may have upgraded the file since it was opened.
        try schema.refuseNewer(in: db, path: path)
        return try body(db)
      }
      if logFrameCount > state.withLock(\.longLog) { checkpointNow() }
      return value
    }
  }

  /// Moves the write-ahead log into the database file. To be called when there is nothing else to do: a long log makes
  /// reads and the next start slower.
  package func checkpoint() throws {
    guard logFrameCount > 0 else { return }
    try locked { checkpointNow() }
  }

  /// Changes when another connection, of this or another process, has committed.
  package func dataVersion() throws -> Int {
    try StorageError.translating(path: path) {
      try queue.unsafeRead { try Int.fetchOne($0.cachedStatement(sql: "PRAGMA data_version")) ?? 0 }
    }
  }

  /// Puts the log away and closes the file; nothing can be read or written afterwards. Needed by nobody for safety.
  package func close() {
    let wasClosed = state.withLock { state in
      defer { state.isClosed = true }
      return state.isClosed
    }
    guard !wasClosed else { return }
    do {
      try lock.withLock(patience: 0) {
        checkpointNow()
        try queue.close()
      }
    } catch {
      // SQLite checkpoints when the last connection closes, and may do so only under the lock. Who holds it has the file
      // open and closes it after us, so our connection is left to the end of the process.
      _ = Unmanaged.passRetained(queue)
    }
  }

  private func prepare() throws {
    // Most files need no writing on opening, and should open while another process has much to write.
    guard try !read({ try isPrepared($0) }) else { return try verify() }
    try locked {
      try queue.writeWithoutTransaction { db in
        try schema.refuseForeign(in: db, path: path)
        try schema.refuseNewer(in: db, path: path)
        try db.execute(sql: "PRAGMA journal_mode = WAL")
      }
      try schema.install(in: queue)
    }
    try verify()
  }

  private func isPrepared(_ db: Database) throws -> Bool {
    try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal" && schema.isInstalled(in: db)
  }

  private func verify() throws {
    try queue.unsafeRead { try ConnectionSettings.verify(in: $0) }
  }

  private func locked<Value>(_ body: () throws -> Value) throws -> Value {
    try lock.withLock(patience: patience) {
      try StorageError.translating(path: path, body)
    }
  }

  /// Called under the lock. A checkpoint that cannot finish, because others read, is left to a later one: it does not
  /// wait, because others wait for the lock, and it is not tried again with each commit, because that costs a flush.
  private func checkpointNow() {
    queue.writeWithoutTransaction { db in
      try? db.execute(sql: "PRAGMA busy_timeout = 0")
      _ = try? db.checkpoint(.truncate)
      try? db.execute(sql: "PRAGMA busy_timeout = \(Int(ConnectionSettings.busyTimeout * 1000))")
    }
    let left = logFrameCount
    state.withLock { $0.longLog = left + Self.checkpointInterval }
  }

  private var logFrameCount: Int {
    var status = stat()
    guard stat(file.logPath, &status) == 0 else { return 0 }
    return max(0, Int(status.st_size) - Self.logHeaderSize) / Self.logFrameSize
  }

  /// Each page is copied once for each checkpoint in which it changed, and each checkpoint costs two flushes.
  private static let checkpointInterval = 4000
  private static let logHeaderSize = 32
  private static let logFrameSize = 4096 + 24
}

extension Database {
  fileprivate func inDeferredTransaction<Value>(_ body: () throws -> Value) throws -> Value {
    try beginTransaction(.deferred)
    do {
      let value = try body()
      try commit()
      return value
    } catch {
      try? rollback()
      throw error
    }
  }
}
