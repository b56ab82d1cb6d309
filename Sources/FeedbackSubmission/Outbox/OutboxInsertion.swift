import Foundation
import GRDB

/// Puts new groups and records into the outbox. Its statements are looked up once for as many as there are.
struct OutboxInsertion {
  /// Microseconds since 1970.
  private let now: Int64
  private let db: Database
  private let group: RawStatement
  private let record: RawStatement
  private let body: RawStatement

  init(now: Int64, _ db: Database) throws {
    self.now = now
    self.db = db
    group = try RawStatement(
      """
      INSERT INTO feedback_group (id, namespace, stage, due) VALUES (?, ?, 'waiting', 0) ON CONFLICT DO NOTHING
      """, db)
    record = try RawStatement(
      """
      INSERT INTO feedback_record (group_seq, id, target, key, epoch, created_at, modified_at, desired,
        desired_revision, acknowledged_revision, presence, phase, due, is_unproven, is_edited_in_flight, failures)
      VALUES (?, ?, ?, ?, ?, ?, ?, 'body', 1, 0, 'untouched', 'pending', 0, 0, 0, 0)
      """, db)
    body = try RawStatement("INSERT INTO feedback_body (record_seq, content) VALUES (?, ?)", db)
  }

  /// A group whose records are all to be sent now; `nil` if there is one already.
  func insert(groupID: UUID, namespace: UUID) throws -> OutboxGroup? {
    group.bind(1, groupID)
    group.bind(2, namespace)
    try group.run()
    guard db.changesCount > 0 else { return nil }
    return OutboxGroup(seq: db.lastInsertedRowID, namespace: namespace, isLeased: false)
  }

  func insert(_ item: SlotContent, epoch: Int, into group: OutboxGroup) throws {
    record.bind(1, group.seq)
    record.bind(2, item.recordID(namespace: group.namespace, epoch: epoch))
    record.bind(3, item.slot.target)
    record.bind(4, item.slot.key)
    record.bind(5, epoch)
    record.bind(6, now)
    record.bind(7, now)
    try record.run()
    body.bind(1, db.lastInsertedRowID)
    body.bind(2, item.content.json)
    try body.run()
  }
}
