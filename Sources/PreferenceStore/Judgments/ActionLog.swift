import GRDB

/// What a rater did, one action after the other, and how far it was undone. It survives restarts; a new action forgets
/// those that were undone. Judgments themselves are never forgotten.
struct ActionLog {
  let raterID: Int64

  struct Action {
    let ordinal: Int
    /// Sequence number of the judgment that held before; `nil` if there was none.
    let before: Int64?
    let after: Int64?
  }

  func append(_ action: Action, _ db: Database) throws {
    let number = try lastAction(db) + 1
    try db.cachedStatement(sql: "DELETE FROM action WHERE rater = ? AND number >= ?")
      .execute(arguments: [raterID, number])
    try db.cachedStatement(
      sql: "INSERT INTO action (rater, number, comparison, before, after) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [raterID, number, action.ordinal, action.before, action.after])
    try setLastAction(number, db)
  }

  /// Steps back over the last action and returns it.
  func undo(_ db: Database) throws -> Action? {
    let number = try lastAction(db)
    guard let action = try action(number, db) else { return nil }
    try setLastAction(number - 1, db)
    return action
  }

  /// Steps forward over the action that was undone last and returns it.
  func redo(_ db: Database) throws -> Action? {
    let number = try lastAction(db) + 1
    guard let action = try action(number, db) else { return nil }
    try setLastAction(number, db)
    return action
  }

  private func action(_ number: Int, _ db: Database) throws -> Action? {
    let sql = "SELECT comparison, before, after FROM action WHERE rater = ? AND number = ?"
    let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [raterID, number])
    return row.map { Action(ordinal: $0["comparison"], before: $0["before"], after: $0["after"]) }
  }

  private func lastAction(_ db: Database) throws -> Int {
    let statement = try db.cachedStatement(sql: "SELECT last_action FROM rater WHERE id = ?")
    return try Int.fetchOne(statement, arguments: [raterID]) ?? 0
  }

  private func setLastAction(_ number: Int, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE rater SET last_action = ? WHERE id = ?")
      .execute(arguments: [number, raterID])
  }
}
