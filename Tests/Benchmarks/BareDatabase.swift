import Foundation
import GRDBSQLite

/// SQLite with the workspace's settings and nothing round it: what a durable commit costs at the least.
final class BareDatabase {
  struct Failure: Error {
    let code: Int32
  }

  private var connection: OpaquePointer?
  private var insert: OpaquePointer?
  private var update: OpaquePointer?
  private let body = strdup(String(repeating: "x", count: 400))
  private let page = strdup(String(repeating: "y", count: 3000))
  private var nextPage: Int64 = 0
  private static let pageCount: Int64 = 500

  init(path: String) throws {
    try check(sqlite3_open(path, &connection))
    try execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0")
    try execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
    try execute("CREATE TABLE page (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
    try prepare("INSERT INTO entry (body) VALUES (?)", &insert)
    try prepare("INSERT OR REPLACE INTO page (body, id) VALUES (?, ?)", &update)
    for _ in 0..<Self.pageCount { try commit(pages: 1) }
  }

  deinit {
    sqlite3_finalize(insert)
    sqlite3_finalize(update)
    sqlite3_close(connection)
    free(body)
    free(page)
  }

  /// Three rows of some hundred bytes each, as a judgment of two runs has.
  func commitThreeRows() throws {
    try execute("BEGIN IMMEDIATE")
    for _ in 0..<3 {
      sqlite3_bind_text(insert, 1, body, -1, nil)
      try step(insert)
    }
    try execute("COMMIT")
  }

  /// Rows of which each fills a page, so that as many pages go to the disk.
  func commit(pages count: Int) throws {
    try execute("BEGIN IMMEDIATE")
    for _ in 0..<count {
      nextPage = nextPage % Self.pageCount + 1
      sqlite3_bind_text(update, 1, page, -1, nil)
      sqlite3_bind_int64(update, 2, nextPage)
      try step(update)
    }
    try execute("COMMIT")
  }

  func checkpoint() throws { try execute("PRAGMA wal_checkpoint(TRUNCATE)") }

  private func prepare(_ sql: String, _ statement: inout OpaquePointer?) throws {
    try check(sqlite3_prepare_v2(connection, sql, -1, &statement, nil))
  }

  private func step(_ statement: OpaquePointer?) throws {
    guard sqlite3_step(statement) == SQLITE_DONE else { throw Failure(code: sqlite3_errcode(connection)) }
    sqlite3_reset(statement)
  }

  private func execute(_ sql: String) throws { try check(sqlite3_exec(connection, sql, nil, nil, nil)) }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw Failure(code: code) }
  }
}
