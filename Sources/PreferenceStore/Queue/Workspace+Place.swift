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

  /// What the rater has begun to say and not saved.
  ///
  /// - Throws: `WorkspaceError.unreadableDraft`.
  package func draft(of ordinal: Int, rater: String) throws -> Draft? {
    try database.read { db in
      let row = try comparisonRow(ordinal, db)
      return try Rater.fetch(rater, db).flatMap {
        try DraftTable.fetch(ordinal, raterID: $0.id, candidates: row.comparison.candidates, db)
      }
    }
  }

  /// - Parameter draft: `nil` if the rater has taken it all back.
  /// - Throws: `WorkspaceError.unreadableDraft` if it would take the place of one that cannot be read.
  package func keepDraft(_ draft: Draft?, of ordinal: Int, rater: String, now: Date) throws {
    try database.write { db in
      let candidates = try comparisonRow(ordinal, db).comparison.candidates
      let raterID = try Rater.fetchMakingIfNew(rater, db).id
      _ = try DraftTable.fetch(ordinal, raterID: raterID, candidates: candidates, db)
      try DraftTable.keep(draft, ordinal, raterID: raterID, now: now, db)
    }
  }
}
