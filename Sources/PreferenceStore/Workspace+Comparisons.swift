import FeedbackSubmission
import GRDB
import Preference

extension Workspace {
  package func progress(rater: String) throws -> Progress {
    try database.read { db in
      let spans = try RaterTable.id(of: rater, db).map(JudgedSpans.init)
      return Progress(total: try ComparisonTable.count(db), judged: try spans?.count(db) ?? 0)
    }
  }

  /// - Throws: `WorkspaceError.noComparison`.
  package func comparison(at ordinal: Int, rater: String) throws -> StoredComparison {
    try database.read { db in
      let row = try ComparisonTable.fetchExisting(ordinal, db)
      let settings = try WorkspaceSettings.fetch(db)
      return StoredComparison(
        ordinal: ordinal, comparison: row.comparison,
        order: settings.order(of: row, rater: rater),
        current: try currentJudgment(of: ordinal, rater: rater, db))
    }
  }

  package func ordinal(ofComparison id: String) throws -> Int? {
    try database.read { try ComparisonTable.ordinal(of: id, $0) }
  }

  /// The next comparison that the rater has not judged, beginning after `ordinal` and going on from the first when the
  /// last was passed; `nil` when all are judged.
  package func firstUnjudged(after ordinal: Int, rater: String) throws -> Int? {
    try database.read { db in
      let total = try ComparisonTable.count(db)
      let spans = JudgedSpans(raterID: try RaterTable.id(of: rater, db) ?? RaterTable.nobody)
      for start in [ordinal, 0] {
        let candidate = try spans.firstOutside(after: start, db)
        if candidate <= total { return candidate }
      }
      return nil
    }
  }

  private func currentJudgment(of ordinal: Int, rater: String, _ db: Database) throws -> Judgment? {
    guard let raterID = try RaterTable.id(of: rater, db),
      let sequence = try CurrentJudgments(raterID: raterID).fetch(ordinal, db)
    else { return nil }
    return try JudgmentTable.fetch(sequence, db)
  }
}
