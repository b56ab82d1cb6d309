import FeedbackSubmission
import Foundation
import GRDB
import Preference

extension Workspace {
  /// Calls `body` with each judgment that holds, rater by rater in the order of the comparisons, as they are at one moment.
  /// One is held at a time, however many there are.
  package func forEachCurrentJudgment(_ body: (Judgment, Comparison) throws -> Void) throws {
    try database.read { db in
      let rows = try Row.fetchCursor(db, sql: Self.currentJudgments)
      while let row = try rows.next() {
        try body(JudgmentCoding.judgment(from: row), ComparisonTable.comparison(from: row))
      }
    }
  }

  /// The judgment that first said what its lineage's current one says of a candidate: that is its correction.
  ///
  /// Later revisions repeat it; one that had another between does not count.
  package func source(
    of correction: Candidate.Output, on candidate: Int, in judgment: Judgment
  ) throws -> UUID {
    try database.read { db in
      let sql =
        "\(JudgmentTable.selection) WHERE judgment.lineage = ? AND judgment.revision <= ? ORDER BY revision DESC"
      let rows = try Row.fetchCursor(db, sql: sql, arguments: [judgment.lineage, judgment.revision])
      var source = judgment.id
      while let row = try rows.next() {
        let earlier = try JudgmentCoding.judgment(from: row)
        guard earlier.remarks.corrections[candidate] == correction else { break }
        source = earlier.id
      }
      return source
    }
  }

  private static let currentJudgments = """
    SELECT \(JudgmentTable.columns), CAST(body AS BLOB) AS body
    FROM lineage
    JOIN judgment ON judgment.lineage = lineage.id AND judgment.revision = lineage.current
    JOIN comparison ON comparison.ordinal = lineage.comparison
    JOIN rater ON rater.id = lineage.rater
    ORDER BY lineage.rater, lineage.comparison
    """
}
