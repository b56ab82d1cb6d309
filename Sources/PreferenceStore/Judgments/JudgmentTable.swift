import Foundation
import GRDB
import Preference

/// All judgments that were ever made. Rows are added and never change.
enum JudgmentTable {
  static func insert(_ judgment: Judgment, lineage: Lineage, _ db: Database) throws {
    let sql = """
      INSERT INTO judgment (
        lineage, revision, id, comparison, rater, verdict, ranking, remarks, rubric, order_shown,
        elapsed_milliseconds, decided_at, program_version)
      VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?, ?, ?, ?, ?)
      """
    try db.cachedStatement(sql: sql).execute(arguments: [
      judgment.lineage, judgment.revision, judgment.id, lineage.ordinal, lineage.raterID,
      judgment.verdict.rawValue,
      JudgmentCoding.text(ofTiers: judgment.ranking.tiers), JudgmentCoding.bytes(of: judgment.remarks),
      judgment.rubricVersion,
      JudgmentCoding.text(ofIndices: judgment.orderShown), judgment.elapsedMilliseconds,
      judgment.decidedAt.millisecondsSince1970, judgment.programVersion,
    ])
  }

  static func fetch(_ revision: Int, of lineage: Lineage, _ db: Database) throws -> Judgment {
    let statement = try db.cachedStatement(
      sql: "\(selection) WHERE judgment.lineage = ? AND judgment.revision = ?")
    guard let row = try Row.fetchOne(statement, arguments: [lineage.id, revision]) else {
      throw WorkspaceError.damaged("a judgment of comparison number \(lineage.ordinal) is missing")
    }
    return try JudgmentCoding.judgment(from: row)
  }

  /// What `JudgmentCoding` reads. Texts that may hold U+0000 come as bytes, because GRDB ends a `String` there.
  static let columns = """
    judgment.lineage, judgment.revision, judgment.id, verdict, ranking, CAST(comment AS BLOB) AS comment,
    CAST(remarks AS BLOB) AS remarks, rubric, order_shown, elapsed_milliseconds, decided_at, program_version, comparison.ordinal, candidate_count,
    CAST(comparison.id AS BLOB) AS comparison_id, rater.name AS rater_name
    """

  static let selection = """
    SELECT \(columns)
    FROM judgment
    JOIN comparison ON comparison.ordinal = judgment.comparison
    JOIN rater ON rater.id = judgment.rater
    """
}
