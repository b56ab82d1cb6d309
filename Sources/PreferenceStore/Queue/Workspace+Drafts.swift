import FeedbackSubmission
import Foundation
import GRDB
import Preference
import StrictJSON

/// What a rater has begun to say of a comparison and not saved, as lists name it.
package struct StoredDraft: Equatable, Sendable {
  package let rater: String
  package let ordinal: Int
  package let comparison: Comparison
  /// Candidates in the order of the rater's columns.
  package let order: [Int]
  /// What was written last, and what other windows have; `nil` if it cannot be read.
  package let drafts: DraftStack?
  /// When it was written last; not known of drafts from before that was kept.
  package let keptAt: Date?
}

extension StoredDraft {
  /// What is in it, without its texts.
  package var contents: [String] { drafts.contents(order: order) }

  /// The same of what other windows have, a text each.
  package var contentsElsewhere: [String] { Array(drafts?.words(order: order).dropFirst() ?? []) }

  package var draft: Draft? { drafts?.draft }
}

extension DraftStack? {
  /// `nil` stands for drafts that cannot be read.
  func contents(order: [Int]) -> [String] {
    guard let drafts = self else { return ["cannot be read"] }
    return drafts.draft?.contents(order: order) ?? []
  }
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
          drafts: try DraftTable.fetchReadable(
            ordinal, raterID: row["rater"], candidates: comparison.candidates, db),
          keptAt: keptAt.map(Date.init(millisecondsSince1970:)))
      }
    }
  }

  /// One rater's.
  package func drafts(of rater: String) throws -> [StoredDraft] {
    try drafts().filter { $0.rater.hasSameScalars(as: rater) }
  }

  /// What another window has begun takes its place.
  ///
  /// - Returns: Whether there was one.
  package func discardDraft(of ordinal: Int, rater: String, now: Date = Date()) throws -> Bool {
    try database.write { db in
      guard let rater = try Rater.fetch(rater, db),
        try DraftTable.holds(ordinal, raterID: rater.id, db)
      else { return false }
      let candidates = try comparisonRow(ordinal, db).comparison.candidates
      var rest =
        try DraftTable.fetchReadable(ordinal, raterID: rater.id, candidates: candidates, db) ?? DraftStack()
      rest.keep(nil)
      try DraftTable.keep(rest, ordinal, raterID: rater.id, now: now, db)
      return true
    }
  }
}
