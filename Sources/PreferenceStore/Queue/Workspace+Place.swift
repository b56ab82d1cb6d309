import FeedbackSubmission
import Foundation
import GRDB
import Preference
import StrictJSON

/// What outlives a session although nobody saved it.
extension Workspace {
  /// Where the rater stood; whoever asks knows how it is written.
  package func place(rater: String) throws -> String? {
    try database.read { db in
      let sql = "SELECT body FROM place JOIN rater ON rater.id = place.rater WHERE name = ?"
      return try String.fetchOne(db.cachedStatement(sql: sql), arguments: [rater])
    }
  }

  package func keepPlace(_ body: String, rater: String) throws {
    try database.write { db in
      let sql = "INSERT INTO place (rater, body) VALUES (?, ?) ON CONFLICT DO UPDATE SET body = excluded.body"
      try db.cachedStatement(sql: sql)
        .execute(arguments: [Rater.fetchMakingIfNew(rater, db).id, body])
    }
  }

  /// What the rater has begun to say and not saved, in all windows.
  ///
  /// - Throws: `WorkspaceError.unreadableDraft`.
  package func drafts(of ordinal: Int, rater: String) throws -> DraftStack {
    try database.read { db in
      let row = try comparisonRow(ordinal, db)
      guard let rater = try Rater.fetch(rater, db) else { return DraftStack() }
      return try DraftTable.fetch(ordinal, raterID: rater.id, candidates: row.comparison.candidates, db)
    }
  }

  /// The one that was written last.
  package func draft(of ordinal: Int, rater: String) throws -> Draft? {
    try drafts(of: ordinal, rater: rater).draft
  }

  /// Replaces what the window has seen; what others wrote since stays behind it.
  ///
  /// - Parameters:
  ///   - draft: `nil` if the rater has taken it all back.
  ///   - window: `nil` for one that has seen what is there.
  /// - Returns: All that is begun now.
  /// - Throws: `WorkspaceError.unreadableDraft` if it would take the place of one that cannot be read.
  @discardableResult
  package func keepDraft(
    _ draft: Draft?, of ordinal: Int, rater: String, now: Date, from window: DraftWindow? = nil
  ) throws -> DraftStack {
    try database.write { db in
      let candidates = try comparisonRow(ordinal, db).comparison.candidates
      let raterID = try Rater.fetchMakingIfNew(rater, db).id
      var drafts = try DraftTable.fetch(ordinal, raterID: raterID, candidates: candidates, db)
      drafts.keep(draft, from: window)
      try DraftTable.keep(drafts, ordinal, raterID: raterID, now: now, db)
      return drafts
    }
  }
}
