import Foundation
import GRDB

/// A row of `feedback_group`.
struct OutboxGroup {
  let seq: Int64
  let namespace: UUID
  let isLeased: Bool
}

extension OutboxGroup: FetchableRecord {
  init(row: Row) throws {
    seq = row["seq"]
    namespace = row["namespace"]
    isLeased = !row.hasNull(atIndex: 2)
  }

  static func fetch(id: UUID, _ db: Database) throws -> OutboxGroup? {
    try fetchOne(
      db.cachedStatement(sql: "SELECT seq, namespace, lease_token FROM feedback_group WHERE id = ?"),
      arguments: [id])
  }

  static func insert(id: UUID, namespace: UUID, _ db: Database) throws -> OutboxGroup {
    try db.cachedStatement(
      sql: "INSERT INTO feedback_group (id, namespace, stage, due) VALUES (?, ?, 'waiting', 0)"
    ).execute(arguments: [id, namespace])
    return OutboxGroup(seq: db.lastInsertedRowID, namespace: namespace, isLeased: false)
  }

  /// Makes the row agree with its records, and forgets a group that has none. A lease stands until its result
  /// is known.
  @discardableResult
  func refresh(_ db: Database) throws -> GroupState.Stage {
    let records = try OutboxRecord.fetchAll(inGroup: seq, db)
    guard !records.isEmpty else {
      try db.execute(sql: "DELETE FROM feedback_group WHERE seq = ?", arguments: [seq])
      return .withdrawn
    }
    let state = GroupState(of: records.map(\.state))
    let due = isLeased ? "" : ", due = :due"
    try db.cachedStatement(sql: "UPDATE feedback_group SET stage = :stage\(due) WHERE seq = :seq")
      .execute(arguments: ["stage": state.stage, "due": state.due?.milliseconds, "seq": seq])
    return state.stage
  }
}
