import Foundation
import GRDB

extension Outbox {
  /// Makes what was refused of some groups pending again, together with the records that were held back for its sake.
  ///
  /// - Returns: The groups of which something had been refused.
  package static func retry(_ groups: [UUID], now: Date, in db: Database) throws -> [UUID] {
    try groups.filter { id in
      guard let group = try OutboxGroup.fetch(id: id, db) else { return false }
      let records = try OutboxRecord.fetchAll(inGroup: group.seq, db)
      guard records.contains(where: { $0.state.phase == .dead }) else { return false }
      let edit = GroupEdit(group: group, records: records, now: now.microsecondsSince1970)
      try edit.retry(db)
      return true
    }
  }

  /// Makes all that was refused pending again.
  ///
  /// - Returns: The groups.
  package static func retryDead(now: Date, in db: Database) throws -> [UUID] {
    let groups = try UUID.fetchAll(
      db,
      sql: """
        SELECT g.id FROM feedback_group_span s CROSS JOIN feedback_group g ON g.seq BETWEEN s.first AND s.last
        WHERE s.stage = 'dead' ORDER BY s.first, g.seq
        """)
    return try retry(groups, now: now, in: db)
  }
}

extension GroupEdit {
  func retry(_ db: Database) throws {
    let latest = latestRecords
    for record in records {
      let isLatest = latest[record.slot]?.seq == record.seq
      if isLatest && record.state.desired != .nothing {
        try sendAgain(record, db)
      } else if record.state.phase == .dead {
        try update(record, db) { $0.deleteAgain(isLeased: group.isLeased) }
      }
    }
    try group.refresh(db)
  }

  private func sendAgain(_ record: OutboxRecord, _ db: Database) throws {
    guard record.state.phase == .dead || record.state.desired == .heldBack else { return }
    guard !record.state.isSpent else {
      let content = try OutboxRecord.content(seq: record.seq, db)
      return try insert(SlotContent(slot: record.slot, content: content), epoch: record.epoch + 1, db)
    }
    try update(record, db) { $0.want(isAcknowledged: false, isLeased: group.isLeased) }
  }

  private func update(_ record: OutboxRecord, _ db: Database, _ change: (inout RecordState) -> Void) throws {
    var record = record
    change(&record.state)
    try record.update(db)
  }
}
