import FeedbackSubmission
import Foundation
import GRDB
import Preference

/// What a rater has begun to say of a comparison and not saved, as lists name it.
package struct StoredDraft: Equatable, Sendable {
  package let rater: String
  package let ordinal: Int
  package let comparison: Comparison
  /// Candidates in the order of the rater's columns.
  package let order: [Int]
  /// `nil` if it cannot be read.
  package let draft: Draft?
  /// When it was written last; not known of drafts from before that was kept.
  package let keptAt: Date?
}

extension StoredDraft {
  /// What is in it, without its texts.
  package var contents: [String] { draft.contents(order: order) }
}

extension Draft? {
  /// `nil` stands for a draft that cannot be read.
  func contents(order: [Int]) -> [String] { self?.contents(order: order) ?? ["cannot be read"] }
}

extension Workspace {
  /// All raters' drafts, in the order of the comparisons.
  package func drafts() throws -> [StoredDraft] {
    try database.read { db in
      let sql = """
        SELECT rater, name, comparison, kept_at FROM draft JOIN rater ON rater.id = draft.rater
        ORDER BY comparison, rater
        """
      let settings = try WorkspaceSettings.fetch(db)
      return try Row.fetchAll(db.cachedStatement(sql: sql)).map { row in
        let (ordinal, keptAt): (Int, Int64?) = (row["comparison"], row["kept_at"])
        let stored = try ComparisonTable.fetchExisting(ordinal, db)
        let (comparison, rater): (Comparison, String) = (stored.comparison, row["name"])
        return StoredDraft(
          rater: rater, ordinal: ordinal, comparison: comparison,
          order: settings.order(of: stored, rater: rater),
          draft: try DraftTable.fetchReadable(
            ordinal, raterID: row["rater"], candidates: comparison.candidates, db),
          keptAt: keptAt.map(Date.init(millisecondsSince1970:)))
      }
    }
  }

  /// - Returns: Whether there was one.
  package func discardDraft(of ordinal: Int, rater: String) throws -> Bool {
    try database.write { db in
      guard let rater = try Rater.fetch(rater, db) else { return false }
      try DraftTable.delete(ordinal, raterID: rater.id, db)
      return db.changesCount > 0
    }
  }
}
