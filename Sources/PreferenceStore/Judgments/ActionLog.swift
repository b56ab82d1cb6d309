import GRDB

/// What a rater did, one action after the other, and how far it was undone. It survives restarts; a new action forgets
/// those that were undone. Judgments themselves are never forgotten.
struct ActionLog {
  let rater: Rater

  struct Action {
    let ordinal: Int
    /// The revision that held before; `nil` if none did.
    let before: Int?
    let after: Int?
  }

  func append(_ action: Action, _ db: Database) throws {
    let number = try last(db) - rater.undone + 1
    if rater.undone > 0 {
      try db.cachedStatement(sql: "DELETE FROM action WHERE rater = ? AND number >= ?")
        .execute(arguments: [rater.id, number])
      try setUndone(0, db)
    }
    let sql = "INSERT INTO action (rater, number, comparison, before, after) VALUES (?, ?, ?, ?, ?)"
    try db.cachedStatement(sql: sql)
      .execute(arguments: [rater.id, number, action.ordinal, action.before, action.after])
  }

  /// Steps back over the last action that was not undone and returns it.
  func undo(_ db: Database) throws -> Action? {
    guard let action = try action(last(db) - rater.undone, db) else { return nil }
    try setUndone(rater.undone + 1, db)
    return action
  }

  func canUndo(_ db: Database) throws -> Bool { try action(last(db) - rater.undone, db) != nil }

  func canRedo(_ db: Database) throws -> Bool {
    try rater.undone > 0 && action(last(db) - rater.undone + 1, db) != nil
  }

  /// Steps forward over the action that was undone last and returns it.
  func redo(_ db: Database) throws -> Action? {
    guard rater.undone > 0, let action = try action(last(db) - rater.undone + 1, db) else { return nil }
    try setUndone(rater.undone - 1, db)
    return action
  }

  private func action(_ number: Int, _ db: Database) throws -> Action? {
    let sql = "SELECT comparison, before, after FROM action WHERE rater = ? AND number = ?"
    let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [rater.id, number])
    return row.map { Action(ordinal: $0[0], before: $0[1], after: $0[2]) }
  }

  /// The number of the last action, undone or not.
  private func last(_ db: Database) throws -> Int {
    let statement = try db.cachedStatement(sql: "SELECT max(number) FROM action WHERE rater = ?")
    return try Int.fetchOne(statement, arguments: [rater.id]) ?? 0
  }

  private func setUndone(_ count: Int, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE rater SET undone = ? WHERE id = ?").execute(arguments: [
      count, rater.id,
    ])
  }
}
