import Foundation
import GRDB
import Identifiers

/// The durable difference between what the server should have and what it is known to have.
///
/// Every call works inside the caller's transaction, so that a judgment and its feedback are one commit.
/// There is no log of operations: edits only change what is desired, so they coalesce by themselves, and what
/// is to be sent follows from the two sides.
package enum Outbox {
  /// Makes `group` what the server should have; records of the group that it no longer holds are to be
  /// deleted.
  ///
  /// Setting the same again changes nothing.
  ///
  /// - Throws: `FeedbackRecordError` if a record cannot be sent; then the transaction is to be given up.
  package static func set(_ group: FeedbackGroup, now: Date, in db: Database) throws {
    let contents = try contents(of: group)
    let now = now.microsecondsSince1970
    if !contents.isEmpty {
      var insertion = try OutboxInsertion(now: now, db)
      if let row = try insertion.insert(groupID: group.id, namespace: group.namespace) {
        for item in contents { try insertion.insert(item, epoch: 0, into: row) }
        return try insertion.finish()
      }
    }
    guard let row = try OutboxGroup.fetch(id: group.id, db) else { return }
    let records = try OutboxRecord.fetchAll(inGroup: row.seq, db)
    try GroupEdit(group: row, records: records, now: now).apply(contents, db)
  }

  /// The server should have nothing of the group. What was never sent is forgotten at once.
  package static func retract(groupID: UUID, now: Date, in db: Database) throws {
    try set(FeedbackGroup(id: groupID, namespace: groupID, records: []), now: now, in: db)
  }

  package static func counts(in db: Database) throws -> OutboxCounts {
    let rows = try RawStatement(
      "SELECT stage, due IS NOT NULL, sum(last - first + 1) FROM feedback_group_span GROUP BY 1, 2", db)
    var counts = OutboxCounts()
    while try rows.next() {
      let count = Int(rows.integer(2))
      switch GroupState.Stage(rawValue: rows.text(0)) {
      case .dead: counts.dead += count
      case .withdrawn: break
      case _ where rows.bool(1): counts.waiting += count
      default: counts.delivered += count
      }
    }
    counts.verified = try count(verifiedGroups, db)
    counts.dropped = try count(droppedGroups, db)
    return counts
  }

  private static func count(_ sql: String, _ db: Database) throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: sql)) ?? 0
  }

  private static let verifiedGroups = "SELECT count(*) FROM feedback_group WHERE verified_at IS NOT NULL"

  private static let droppedGroups = """
    SELECT count(DISTINCT group_id) FROM feedback_drop d WHERE NOT EXISTS (
      SELECT 1 FROM feedback_group g JOIN feedback_record_state r ON r.group_seq = g.seq
      WHERE g.id = d.group_id AND r.desired <> 'nothing')
    """

  private static func contents(of group: FeedbackGroup) throws(FeedbackRecordError) -> [SlotContent] {
    var contents: [SlotContent] = []
    var slots: Set<OutboxSlot> = []
    for var record in group.records {
      record.groupID = group.id
      let slot = OutboxSlot(target: record.target.id, key: record.key)
      guard slots.insert(slot).inserted else {
        throw .duplicate(target: slot.target, key: record.key)
      }
      contents.append(SlotContent(slot: slot, content: try FeedbackContent(of: record), id: record.id))
    }
    return contents
  }
}
