import Foundation
import GRDB
import Preference
import StrictJSON

/// What raters have begun to say of comparisons and not saved.
enum DraftTable {
  /// - Throws: `WorkspaceError.unreadableDraft`. It holds what somebody wrote, so nothing may take its place.
  static func fetch(_ ordinal: Int, raterID: Int64, candidates: [Candidate], _ db: Database) throws -> Draft?
  {
    guard let body = try body(ordinal, raterID: raterID, db) else { return nil }
    do {
      let draft = try Draft(
        Field(value: try JSONParser.parse(body), path: .record), candidates: candidates)
      return draft.isEmpty ? nil : draft
    } catch {
      throw WorkspaceError.unreadableDraft(ordinal: ordinal, reason: "\(error)")
    }
  }

  static func holds(_ ordinal: Int, raterID: Int64, _ db: Database) throws -> Bool {
    try body(ordinal, raterID: raterID, db) != nil
  }

  /// One that cannot be read counts as none.
  static func fetchReadable(
    _ ordinal: Int, raterID: Int64, candidates: [Candidate], _ db: Database
  ) throws -> Draft? {
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

  private static func save(_ draft: Draft, _ ordinal: Int, raterID: Int64, now: Date, _ db: Database) throws {
    let sql = """
      INSERT INTO draft (rater, comparison, body, kept_at) VALUES (?, ?, CAST(? AS TEXT), ?)
      ON CONFLICT DO UPDATE SET body = excluded.body, kept_at = excluded.kept_at
      """
    try db.cachedStatement(sql: sql).execute(arguments: [
      raterID, ordinal, Data(draft.json.utf8()), now.millisecondsSince1970,
    ])
  }

  /// - Parameter draft: `nil` if nothing is to be kept.
  static func keep(_ draft: Draft?, _ ordinal: Int, raterID: Int64, now: Date, _ db: Database) throws {
    if let draft, !draft.isEmpty {
      try save(draft, ordinal, raterID: raterID, now: now, db)
    } else {
      try delete(ordinal, raterID: raterID, db)
    }
  }

  static func delete(_ ordinal: Int, raterID: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM draft WHERE rater = ? AND comparison = ?")
      .execute(arguments: [raterID, ordinal])
  }
}
