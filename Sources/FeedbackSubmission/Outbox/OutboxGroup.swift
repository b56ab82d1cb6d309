import Foundation
import GRDB

/// A row of `feedback_group`, and whether somebody is sending it.
struct OutboxGroup {
  let seq: Int64
  let namespace: UUID
  let isLeased: Bool

  static func fetch(id: UUID, _ db: Database) throws -> OutboxGroup? {
    try fetch("SELECT seq, namespace FROM feedback_group WHERE id = ?", id, db)
  }

  static func fetch(ofRecord id: UUID, _ db: Database) throws -> OutboxGroup? {
    try fetch(
      """
      SELECT seq, namespace FROM feedback_group
      WHERE seq = (SELECT group_seq FROM feedback_record WHERE id = ?)
      """, id, db)
  }

  private static func fetch(_ sql: String, _ id: UUID, _ db: Database) throws -> OutboxGroup? {
    let rows = try RawStatement(sql, db)
    rows.bind(1, id)
    var found: (seq: Int64, namespace: UUID)?
    while try rows.next() { found = (rows.integer(0), rows.uuid(1)) }
    return try found.map { group in
      let standing = try SpanTable<GroupStanding>(db).span(of: group.seq)?.value
      return OutboxGroup(seq: group.seq, namespace: group.namespace, isLeased: standing?.lease != nil)
    }
  }

  /// Makes the row agree with its records, and forgets a group that has none. A lease stands until its result
  /// is known. What is outstanding is verified no longer; groups are delivered only after they were.
  func refresh(_ db: Database) throws {
    let spans = SpanTable<GroupStanding>(db)
    let records = try OutboxRecord.fetchAll(inGroup: seq, db)
    guard !records.isEmpty else {
      try db.execute(sql: "DELETE FROM feedback_group WHERE seq = ?", arguments: [seq])
      return try spans.remove(seq...seq)
    }
    var standing = GroupStanding(GroupState(of: records.map(\.state)))
    if isLeased, let current = try spans.span(of: seq)?.value {
      (standing.due, standing.lease) = (current.due, current.lease)
      standing.lease?.isEdited = true
    }
    try spans.assign(RowRun(first: seq, last: seq, value: standing))
    guard standing.stage != .delivered else { return }
    try db.cachedStatement(
      sql: "UPDATE feedback_group SET verified_at = NULL WHERE seq = ? AND verified_at IS NOT NULL"
    ).execute(arguments: [seq])
  }
}
