import Foundation
import GRDB

/// What a slot should hold.
struct SlotContent {
  let slot: OutboxSlot
  let content: FeedbackContent
  /// What the record brings as its id, if it brings one.
  var id: UUID?

  /// A later epoch needs an id that was never used.
  func recordID(namespace: UUID, epoch: Int) -> UUID {
    (epoch == 0 ? id : nil) ?? slot.id(namespace: namespace, epoch: epoch)
  }
}

/// One change of what the server should have of a group.
struct GroupEdit {
  let group: OutboxGroup
  let records: [OutboxRecord]
  /// Microseconds since 1970.
  let now: Int64

  /// Puts the first contents into a group that has just been made.
  func fill(_ contents: [SlotContent], _ db: Database) throws {
    for item in contents { try insert(item, epoch: 0, db) }
  }

  func apply(_ contents: [SlotContent], _ db: Database) throws {
    let latest = latestRecords
    for item in contents {
      if let record = latest[item.slot] {
        try want(item, instead: record, db)
      } else {
        try insert(item, epoch: 0, db)
      }
    }
    let wanted = Set(contents.map(\.slot))
    for record in records where !wanted.contains(record.slot) && record.state.desired != .nothing {
      try withdraw(record, db)
    }
    try group.refresh(db)
  }

  /// The server should no longer have what a slot holds, under whichever of its ids.
  func remove(_ slot: OutboxSlot, _ db: Database) throws {
    for record in records where record.slot == slot && record.state.desired != .nothing {
      try withdraw(record, db)
    }
    try group.refresh(db)
  }

  /// Of each slot the record that counts: those before it were deleted under their ids.
  var latestRecords: [OutboxSlot: OutboxRecord] {
    Dictionary(records.map { ($0.slot, $0) }) { $0.epoch > $1.epoch ? $0 : $1 }
  }

  private func want(_ item: SlotContent, instead record: OutboxRecord, _ db: Database) throws {
    guard !record.state.isSpent else { return try insert(item, epoch: record.epoch + 1, db) }
    let isSame = try OutboxRecord.content(seq: record.seq, db) == item.content
    guard !isSame || record.state.desired != .body else { return }
    var record = record
    record.modifiedAt = now
    record.state.want(
      isAcknowledged: record.acknowledgedDigest == item.content.digest, isLeased: group.isLeased)
    try record.update(db)
    if !isSame { try record.replaceContent(item.content, db) }
  }

  func withdraw(_ record: OutboxRecord, _ db: Database) throws {
    var record = record
    guard !record.state.withdraw(isLeased: group.isLeased) else { return try record.delete(db) }
    try record.update(db)
  }

  func insert(_ item: SlotContent, epoch: Int, _ db: Database) throws {
    let record = try RawStatement(
      """
      INSERT INTO feedback_record (group_seq, id, target, key, epoch, created_at, modified_at, desired,
        desired_revision, acknowledged_revision, presence, phase, due, is_unproven, is_edited_in_flight, failures)
      VALUES (?, ?, ?, ?, ?, ?, ?, 'body', 1, 0, 'untouched', 'pending', 0, 0, 0, 0)
      """, db)
    record.bind(1, group.seq)
    record.bind(2, item.recordID(namespace: group.namespace, epoch: epoch))
    record.bind(3, item.slot.target)
    record.bind(4, item.slot.key)
    record.bind(5, epoch)
    record.bind(6, now)
    record.bind(7, now)
    try record.run()
    let body = try RawStatement("INSERT INTO feedback_body (record_seq, content) VALUES (?, ?)", db)
    body.bind(1, db.lastInsertedRowID)
    body.bind(2, item.content.json)
    try body.run()
  }
}

extension OutboxRecord {
  var slot: OutboxSlot { OutboxSlot(target: target, key: key) }
}
