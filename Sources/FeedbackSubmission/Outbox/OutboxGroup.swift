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

  /// Makes the row agree with its records, and forgets a group that has none. A lease stands until its result
  /// is known. What is outstanding is verified no longer; groups are delivered only after they were.
  func refresh(_ db: Database) throws {
    let records = try OutboxRecord.fetchAll(inGroup: seq, db)
    guard !records.isEmpty else {
      return try db.execute(sql: "DELETE FROM feedback_group WHERE seq = ?", arguments: [seq])
    }
    let state = GroupState(of: records.map(\.state))
    let due = isLeased ? "" : ", due = :due"
    let verified = state.stage == .delivered ? "" : ", verified_at = NULL"
    var arguments: StatementArguments = ["stage": state.stage, "seq": seq]
    if !isLeased { arguments += ["due": state.due?.milliseconds] }
    try db.cachedStatement(sql: "UPDATE feedback_group SET stage = :stage\(due)\(verified) WHERE seq = :seq")
      .execute(arguments: arguments)
  }

  static func lease(
    _ groups: RowRun<UUID>, owner: LeaseOwner, until end: BootTime, _ db: Database
  ) throws {
    let statement = try RawStatement(
      "UPDATE feedback_group SET lease_token = ?, lease_owner = ?, due = ? WHERE seq BETWEEN ? AND ?", db)
    statement.bind(1, groups.value)
    statement.bind(2, owner.text)
    statement.bind(3, end.milliseconds)
    statement.bind(4, groups.first)
    statement.bind(5, groups.last)
    try statement.run()
  }

  static func release(_ groups: RowRun<GroupState>, _ db: Database) throws {
    let statement = try RawStatement(
      """
      UPDATE feedback_group SET lease_token = NULL, lease_owner = NULL, stage = ?, due = ?
      WHERE seq BETWEEN ? AND ?
      """, db)
    statement.bind(1, groups.value.stage.rawValue)
    statement.bind(2, groups.value.due?.milliseconds)
    statement.bind(3, groups.first)
    statement.bind(4, groups.last)
    try statement.run()
  }
}
