import GRDB

/// The raters' numbers in the database.
enum RaterTable {
  /// The number that no rater has.
  static let nobody: Int64 = 0

  static func id(of name: String, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM rater WHERE name = ?"), arguments: [name])
  }

  static func idMakingIfNew(of name: String, _ db: Database) throws -> Int64 {
    if let id = try id(of: name, db) { return id }
    try db.execute(sql: "INSERT INTO rater (name) VALUES (?)", arguments: [name])
    return db.lastInsertedRowID
  }
}
