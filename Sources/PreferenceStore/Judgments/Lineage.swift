import Foundation
import GRDB
import Preference

/// What one rater ever said of one comparison: its newest revision, and the one that holds.
struct Lineage {
  let raterID: Int64
  let ordinal: Int
  /// The id of the first judgment.
  let id: UUID
  let newest: Int
  /// `nil` if every judgment was undone.
  let current: Int?

  static func fetch(raterID: Int64, ordinal: Int, _ db: Database) throws -> Lineage? {
    let sql = "SELECT id, newest, current FROM lineage WHERE rater = ? AND comparison = ?"
    let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [raterID, ordinal])
    return row.map { Lineage(raterID: raterID, ordinal: ordinal, id: $0[0], newest: $0[1], current: $0[2]) }
  }

  /// The judgment that holds; `nil` if every judgment was undone.
  func currentJudgment(_ db: Database) throws -> Judgment? {
    try current.map { try JudgmentTable.fetch($0, of: self, db) }
  }

  /// Writes the row, and keeps in step which comparisons the rater has judged.
  ///
  /// - Parameter before: The lineage as it was; `nil` if it is new.
  func save(replacing before: Lineage?, _ db: Database) throws {
    let sql = """
      INSERT INTO lineage (rater, comparison, id, newest, current) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET newest = excluded.newest, current = excluded.current
      """
    try db.cachedStatement(sql: sql).execute(arguments: [raterID, ordinal, id, newest, current])
    let spans = JudgedSpans(raterID: raterID)
    switch (before?.current, current) {
    case (nil, .some): try spans.insert(ordinal, db)
    case (.some, nil): try spans.remove(ordinal, db)
    default: break
    }
  }
}
