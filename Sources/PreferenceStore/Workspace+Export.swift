import FeedbackSubmission
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

  private static let currentJudgments = """
    SELECT \(JudgmentTable.columns), CAST(body AS BLOB) AS body
    FROM current_judgment
    JOIN judgment ON judgment.sequence = current_judgment.judgment
    JOIN comparison ON comparison.ordinal = judgment.comparison
    JOIN rater ON rater.id = judgment.rater
    ORDER BY current_judgment.rater, current_judgment.comparison
    """
}
