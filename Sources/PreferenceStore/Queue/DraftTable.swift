import Foundation
import GRDB
import Preference
import StrictJSON

/// What raters have begun to say of comparisons and not saved.
enum DraftTable {
  /// - Throws: `WorkspaceError.unreadableDraft`. It holds what somebody wrote, so nothing may take its place.
  static func fetch(
    _ ordinal: Int, raterID: Int64, candidates: [Candidate], _ db: Database
  ) throws -> DraftStack {
    guard let body = try body(ordinal, raterID: raterID, db) else { return DraftStack() }
    do {
      return try DraftStack(
        Field(value: try JSONParser.parse(body), path: .record), candidates: candidates)
    } catch {
      throw WorkspaceError.unreadableDraft(ordinal: ordinal, reason: "\(error)")
    }
  }

  static func holds(_ ordinal: Int, raterID: Int64, _ db: Database) throws -> Bool {
    try body(ordinal, raterID: raterID, db) != nil
  }

  /// `nil` if they cannot be read.
  static func fetchReadable(
    _ ordinal: Int, raterID: Int64, candidates: [Candidate], _ db: Database
  ) throws -> DraftStack? {
    do {
      return try fetch(ordinal, raterID: raterID, candidates: candidates, db)
    } catch WorkspaceError.unreadableDraft {
      return nil
    }
  }

  private static func body(_ ordinal: Int, raterID: Int64, _ db: Database) throws -> Data? {
    let sql = "SELECT CAST(body AS BLOB) FROM draft WHERE rater = ? AND comparison = ?"
    return try Data.fetchOne(db.cachedStatement(sql: sql), arguments: [raterID, ordinal])
  }

  private static func save(_ drafts: DraftStack, _ ordinal: Int, raterID: Int64, now: Date, _ db: Database)
    throws
  {
    let sql = """
      INSERT INTO draft (rater, comparison, body, kept_at) VALUES (?, ?, CAST(? AS TEXT), ?)
      ON CONFLICT DO UPDATE SET body = excluded.body, kept_at = excluded.kept_at
      """
    try db.cachedStatement(sql: sql).execute(arguments: [
      raterID, ordinal, Data(drafts.json.utf8()), now.millisecondsSince1970,
    ])
  }

  /// - Parameter drafts: Nothing is kept if there are none.
  static func keep(
    _ drafts: DraftStack, _ ordinal: Int, raterID: Int64, now: Date, _ db: Database
  ) throws {
    if drafts.draft != nil {
      try save(drafts, ordinal, raterID: raterID, now: now, db)
    } else {
      try delete(ordinal, raterID: raterID, db)
    }
  }

  static func delete(_ ordinal: Int, raterID: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM draft WHERE rater = ? AND comparison = ?")
      .execute(arguments: [raterID, ordinal])
  }
}
