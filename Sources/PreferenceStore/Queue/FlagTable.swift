import GRDB

/// Comparisons that a rater wants to come back to.
enum FlagTable {
  static func holds(_ ordinal: Int, raterID: Int64, _ db: Database) throws -> Bool {
    let sql = "SELECT 1 FROM flag WHERE rater = ? AND comparison = ?"
    return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [raterID, ordinal]) != nil
  }

  /// Sets the flag, or takes it away; tells whether it is there now.
  static func toggle(_ ordinal: Int, raterID: Int64, _ db: Database) throws -> Bool {
    try db.cachedStatement(sql: "DELETE FROM flag WHERE rater = ? AND comparison = ?")
      .execute(arguments: [raterID, ordinal])
    guard db.changesCount == 0 else { return false }
    try db.cachedStatement(sql: "INSERT INTO flag (rater, comparison) VALUES (?, ?)")
      .execute(arguments: [raterID, ordinal])
    return true
  }
}
