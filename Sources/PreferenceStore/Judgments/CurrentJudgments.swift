import GRDB

/// Which of a rater's judgments of a comparison holds, if any.
struct CurrentJudgments {
  let raterID: Int64

  /// The sequence number of the judgment that holds.
  func fetch(_ ordinal: Int, _ db: Database) throws -> Int64? {
    let sql = "SELECT judgment FROM current_judgment WHERE rater = ? AND comparison = ?"
    return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [raterID, ordinal])
  }

  func set(_ sequence: Int64?, for ordinal: Int, _ db: Database) throws {
    let spans = JudgedSpans(raterID: raterID)
    guard let sequence else {
      try db.cachedStatement(sql: "DELETE FROM current_judgment WHERE rater = ? AND comparison = ?")
        .execute(arguments: [raterID, ordinal])
      return try spans.remove(ordinal, db)
    }
    let sql = """
      INSERT INTO current_judgment (rater, comparison, judgment) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET judgment = excluded.judgment
      """
    try db.cachedStatement(sql: sql).execute(arguments: [raterID, ordinal, sequence])
    try spans.insert(ordinal, db)
  }
}
