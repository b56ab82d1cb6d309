import Foundation
import GRDB
import Preference

/// The comparisons of a workspace. Rows are added and never change.
///
/// Texts go in and out as bytes: GRDB ends a `String` at its first U+0000.
enum ComparisonTable {
  struct Row {
    let ordinal: Int
    let comparison: Comparison
    let peerIndex: Int
  }

  /// Takes no look at the rows: ordinals have no gaps.
  static func count(_ db: Database) throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT coalesce(max(ordinal), 0) FROM comparison")) ?? 0
  }

  static func fetch(_ ordinal: Int, _ db: Database) throws -> Row? {
    let sql = "SELECT ordinal, peer_index, CAST(body AS BLOB) AS body FROM comparison WHERE ordinal = ?"
    let row = try GRDB.Row.fetchOne(db.cachedStatement(sql: sql), arguments: [ordinal])
    return try row.map {
      Row(ordinal: ordinal, comparison: try comparison(from: $0), peerIndex: $0["peer_index"])
    }
  }

  /// - Throws: `WorkspaceError.noComparison`.
  static func fetchExisting(_ ordinal: Int, _ db: Database) throws -> Row {
    guard let row = try fetch(ordinal, db) else { throw WorkspaceError.noComparison(ordinal: ordinal) }
    return row
  }

  static func ordinal(of id: String, _ db: Database) throws -> Int? {
    let sql = "SELECT ordinal FROM comparison WHERE id = CAST(? AS TEXT)"
    return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [Data(id.utf8)])
  }

  /// Whether the comparison of that id, if there is one, has that digest.
  static func holds(_ id: String, digest: Data, _ db: Database) throws -> Bool {
    let sql = "SELECT digest FROM comparison WHERE id = CAST(? AS TEXT)"
    return try Data.fetchOne(db.cachedStatement(sql: sql), arguments: [Data(id.utf8)]) == digest
  }

  /// How many comparisons there are of each number of candidates.
  static func peerCounts(_ db: Database) throws -> [Int: Int] {
    let sql = "SELECT candidate_count, max(peer_index) + 1 AS peers FROM comparison GROUP BY candidate_count"
    let rows = try GRDB.Row.fetchAll(db, sql: sql)
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["candidate_count"], $0["peers"]) })
  }

  /// Adds the row unless there is one with the same id already. Tells whether it did.
  static func insert(_ row: Row, digest: Data, body: Data, _ db: Database) throws -> Bool {
    let sql = """
      INSERT INTO comparison (ordinal, id, candidate_count, peer_index, digest, body)
      VALUES (?, CAST(? AS TEXT), ?, ?, ?, CAST(? AS TEXT))
      ON CONFLICT (id) DO NOTHING
      """
    let comparison = row.comparison
    try db.cachedStatement(sql: sql).execute(arguments: [
      row.ordinal, Data(comparison.id.utf8), comparison.candidates.count, row.peerIndex, digest, body,
    ])
    return db.changesCount == 1
  }

  /// - Parameter row: Has the columns `ordinal` and, as a blob, `body`.
  static func comparison(from row: GRDB.Row) throws -> Comparison {
    do {
      return try row.withUnsafeData(named: "body") { try ComparisonReader.comparison(from: $0 ?? Data()) }
    } catch let fault as RecordFault {
      throw WorkspaceError.damaged("comparison number \(row["ordinal"] as Int): \(fault)")
    }
  }
}
