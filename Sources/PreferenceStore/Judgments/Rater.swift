import GRDB

/// A row of `rater`.
struct Rater {
  let id: Int64
  /// How many of the rater's last actions were undone.
  let undone: Int

  static func fetch(_ name: String, _ db: Database) throws -> Rater? {
    let statement = try db.cachedStatement(sql: "SELECT id, undone FROM rater WHERE name = ?")
    return try Row.fetchOne(statement, arguments: [name]).map { Rater(id: $0[0], undone: $0[1]) }
  }

  static func fetchMakingIfNew(_ name: String, _ db: Database) throws -> Rater {
    if let rater = try fetch(name, db) { return rater }
    try db.execute(sql: "INSERT INTO rater (name) VALUES (?)", arguments: [name])
    return Rater(id: db.lastInsertedRowID, undone: 0)
  }
}
