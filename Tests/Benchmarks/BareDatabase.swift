import Foundation
import GRDBSQLite

/// SQLite with the workspace's settings and nothing round it: what a durable commit costs at the least.
final class BareDatabase {
  struct Failure: Error {
    let code: Int32
  }

  private var connection: OpaquePointer?
  private var insert: OpaquePointer?
  private let body = strdup(String(repeating: "x", count: 400))

  init(path: String) throws {
    try check(sqlite3_open(path, &connection))
    try execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0")
    try execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
    try check(sqlite3_prepare_v2(connection, "INSERT INTO entry (body) VALUES (?)", -1, &insert, nil))
  }

  deinit {
    sqlite3_finalize(insert)
    sqlite3_close(connection)
    free(body)
  }

  /// Three rows of some hundred bytes each, as a judgment of two runs has.
  func commitThreeRows() throws {
    try execute("BEGIN IMMEDIATE")
    for _ in 0..<3 {
      sqlite3_bind_text(insert, 1, body, -1, nil)
      guard sqlite3_step(insert) == SQLITE_DONE else { throw Failure(code: sqlite3_errcode(connection)) }
      sqlite3_reset(insert)
    }
    try execute("COMMIT")
  }

  func checkpoint() throws { try execute("PRAGMA wal_checkpoint(TRUNCATE)") }

  private func execute(_ sql: String) throws { try check(sqlite3_exec(connection, sql, nil, nil, nil)) }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw Failure(code: code) }
  }
}
