import Foundation
import GRDB
import Preference

/// All judgments that were ever made. Rows are added and never change.
enum JudgmentTable {
  /// Adds the judgment and returns its sequence number.
  static func insert(_ judgment: Judgment, ordinal: Int, raterID: Int64, _ db: Database) throws -> Int64 {
    let sql = """
      INSERT INTO judgment (
        id, lineage, revision, comparison, rater, verdict, ranking, comment, order_shown, elapsed_milliseconds,
        decided_at, program_version)
      VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?, ?, ?, ?)
      """
    try db.cachedStatement(sql: sql).execute(arguments: [
      judgment.id, judgment.lineage, judgment.revision, ordinal, raterID, judgment.verdict.rawValue,
      JudgmentCoding.text(ofTiers: judgment.ranking.tiers), judgment.comment.map { Data($0.utf8) },
      JudgmentCoding.text(ofIndices: judgment.orderShown), judgment.elapsedMilliseconds,
      judgment.decidedAt.millisecondsSince1970, judgment.programVersion,
    ])
    return db.lastInsertedRowID
  }

  static func fetch(_ sequence: Int64, _ db: Database) throws -> Judgment {
    let statement = try db.cachedStatement(sql: "\(selection) WHERE judgment.sequence = ?")
    guard let row = try Row.fetchOne(statement, arguments: [sequence]) else {
      throw WorkspaceError.damaged("judgment number \(sequence) is missing")
    }
    return try JudgmentCoding.judgment(from: row)
  }

  /// The lineage of a rater's judgments of a comparison, and its newest revision.
  static func lineage(ordinal: Int, raterID: Int64, _ db: Database) throws -> (id: UUID, revision: Int)? {
    let sql = """
      SELECT lineage, revision FROM judgment WHERE comparison = ? AND rater = ? ORDER BY revision DESC LIMIT 1
      """
    let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [ordinal, raterID])
    return row.map { ($0["lineage"], $0["revision"]) }
  }

  /// What `JudgmentCoding` reads. Texts that may hold U+0000 come as bytes, because GRDB ends a `String` there.
  static let columns = """
    judgment.sequence, judgment.id, lineage, revision, verdict, ranking, CAST(comment AS BLOB) AS comment, order_shown,
    elapsed_milliseconds, decided_at, program_version, comparison.ordinal, candidate_count,
    CAST(comparison.id AS BLOB) AS comparison_id, rater.name AS rater_name
    """

  private static let selection = """
    SELECT \(columns)
    FROM judgment
    JOIN comparison ON comparison.ordinal = judgment.comparison
    JOIN rater ON rater.id = judgment.rater
    """
}
