import Foundation
import GRDB

/// What a slot should hold.
struct SlotContent {
  let slot: OutboxSlot
  let content: FeedbackContent
  /// What the record brings as its id, if it brings one.
  var id: UUID?
  /// Whether the id was made just now, so that nothing can have it yet.
  var hasNewID = false

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
    let content = try OutboxRecord.content(seq: record.seq, db)
    let isSame = content == item.content
    guard !isSame || record.state.desired != .body else { return }
    var record = record
    record.modifiedAt = now
    record.fixAcknowledgedDigest(content)
    record.state.want(
      isAcknowledged: record.acknowledgedDigest == item.content.digest, isLeased: group.isLeased)
    try record.update(db)
    if !isSame { try record.replaceContent(item.content, db) }
  }

  func withdraw(_ record: OutboxRecord, _ db: Database) throws {
    var record = record
    record.fixAcknowledgedDigest(try OutboxRecord.content(seq: record.seq, db))
    guard !record.state.withdraw(isLeased: group.isLeased) else { return try record.delete(db) }
    try record.update(db)
  }

  func insert(_ item: SlotContent, epoch: Int, _ db: Database) throws {
    var insertion = try OutboxInsertion(now: now, db)
    try insertion.insert(item, epoch: epoch, into: group)
    try insertion.finish()
  }
}

extension OutboxRecord {
  var slot: OutboxSlot { OutboxSlot(target: target, key: key) }
}
