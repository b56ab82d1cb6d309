import GRDB

/// A SQLite file that keeps what it acknowledged: WAL with `synchronous=FULL`, one writer lock round every write and
/// checkpoint.
package final class DurableDatabase: Sendable {
  private let queue: DatabaseQueue

  package init(path: String) throws {
    queue = try DatabaseQueue(path: path)
  }

  package func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try queue.read(body)
  }

  /// Runs `body` in one immediate transaction. When this returns, what it wrote is on the disk.
  package func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try queue.write(body)
  }
}
