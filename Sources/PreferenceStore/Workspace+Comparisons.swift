import FeedbackSubmission
import GRDB
import Preference
import Synchronization

extension Workspace {
  package func progress(rater: String) throws -> RaterProgress {
    try database.read { db in
      let total = try ComparisonTable.count(db)
      guard let rater = try Rater.fetch(rater, db) else { return RaterProgress(total: total, judged: 0) }
      let log = ActionLog(rater: rater)
      return RaterProgress(
        total: total, judged: try JudgedSpans(raterID: rater.id).count(db), canUndo: try log.canUndo(db),
        canRedo: try log.canRedo(db))
    }
  }

  /// - Throws: `WorkspaceError.noComparison`.
  package func comparison(at ordinal: Int, rater: String) throws -> StoredComparison {
    try database.read { db in
      let row = try comparisonRow(ordinal, db)
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
      let spans = try Rater.fetch(rater, db).map { JudgedSpans(raterID: $0.id) }
      for start in [ordinal, 0] {
        let candidate = try spans?.firstOutside(after: start, db) ?? start + 1
        if candidate <= total { return candidate }
      }
      return nil
    }
  }

  /// Rows never change, and the one that was read last is the one that is judged next.
  func comparisonRow(_ ordinal: Int, _ db: Database) throws -> ComparisonTable.Row {
    if let row = lastRow.withLock(\.self), row.ordinal == ordinal { return row }
    let row = try ComparisonTable.fetchExisting(ordinal, db)
    lastRow.withLock { $0 = row }
    return row
  }

  private func currentJudgment(of ordinal: Int, rater: String, _ db: Database) throws -> Judgment? {
    guard let rater = try Rater.fetch(rater, db),
      let lineage = try Lineage.fetch(raterID: rater.id, ordinal: ordinal, db)
    else { return nil }
    return try lineage.currentJudgment(db)
  }
}
