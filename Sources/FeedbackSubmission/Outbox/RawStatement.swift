import Foundation
import GRDB
import GRDBSQLite

/// A prepared statement without conversions in between, for what is done with every single record.
struct RawStatement {
  /// Keeps the handle alive.
  private let statement: Statement
  private let handle: OpaquePointer

  /// The statement is compiled once for each connection. It must not be used again before it is through.
  init(_ sql: String, _ db: Database) throws {
    statement = try db.cachedStatement(sql: sql)
    handle = statement.sqliteStatement
    sqlite3_reset(handle)
  }

  /// Ends it before its last row.
  func stop() {
    sqlite3_reset(handle)
  }

  /// Runs to the end; for statements that return nothing.
  func run() throws {
    while try next() {}
  }

  /// - Returns: Whether there is a row. After the last one the statement is ready to be bound anew.
  func next() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    default:
      let code = sqlite3_extended_errcode(sqlite3_db_handle(handle))
      let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
      sqlite3_reset(handle)
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
    }
  }
}

// MARK: Arguments, counted from 1

extension RawStatement {
  func bind(_ index: Int32, _ value: Int64?) {
    if let value { sqlite3_bind_int64(handle, index, value) } else { sqlite3_bind_null(handle, index) }
  }

  func bind(_ index: Int32, _ value: Int?) { bind(index, value.map(Int64.init)) }

  func bind(_ index: Int32, _ value: Bool) { sqlite3_bind_int64(handle, index, value ? 1 : 0) }

  func bind(_ index: Int32, _ text: String?) {
    guard var text else {
      sqlite3_bind_null(handle, index)
      return
    }
    text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { characters in
        _ = sqlite3_bind_text(handle, index, characters.baseAddress, Int32(characters.count), Self.copied)
      }
    }
  }

  func bind(_ index: Int32, _ id: UUID?) {
    guard let id else {
      sqlite3_bind_null(handle, index)
      return
    }
    withUnsafeBytes(of: id.uuid) { _ = sqlite3_bind_blob(handle, index, $0.baseAddress, 16, Self.copied) }
  }

  /// Runs to the end with bytes that need not be copied for that.
  func run(binding bytes: [UInt8], at index: Int32) throws {
    try bytes.withUnsafeBytes {
      sqlite3_bind_blob64(handle, index, $0.baseAddress, UInt64($0.count), nil)
      defer { sqlite3_bind_null(handle, index) }
      try run()
    }
  }

  func bind(_ index: Int32, _ bytes: [UInt8]) {
    bytes.withUnsafeBytes {
      _ = sqlite3_bind_blob64(handle, index, $0.baseAddress, UInt64($0.count), Self.copied)
    }
  }

  /// SQLITE_TRANSIENT, a macro that Swift cannot import.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}

// MARK: Columns, counted from 0

extension RawStatement {
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

  func bool(_ column: Int32) -> Bool { integer(column) != 0 }

  func optionalText(_ column: Int32) -> String? {
    guard let start = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func text(_ column: Int32) -> String { optionalText(column) ?? "" }

  func bytes(_ column: Int32) -> [UInt8] { withBytes(column, Array.init) }

  /// - Parameter body: Is given bytes that are gone with the row.
  func withBytes<Value>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    let start = sqlite3_column_blob(handle, column)
    return body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }

  func uuid(_ column: Int32) -> UUID {
    guard let start = sqlite3_column_blob(handle, column), sqlite3_column_bytes(handle, column) == 16 else {
      return UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    }
    return UUID(uuid: start.loadUnaligned(as: uuid_t.self))
  }
}
