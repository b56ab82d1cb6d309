import Foundation
import GRDB

/// Records that stand for themselves: they bring their ids, and say themselves to which group they belong.
extension Outbox {
  /// Adds units, each of which is delivered whole.
  ///
  /// What is there already, under its id and with the same content, stays as it is: saying something twice says
  /// it once.
  ///
  /// - Throws: `FeedbackRecordError`; then the transaction is to be given up.
  static func add(_ units: [FeedbackUnit], now: Date, in db: Database) throws {
    var insertion = try OutboxInsertion(now: now.microsecondsSince1970, db)
    for unit in units {
      let items = try unit.items.filter { try $0.hasNewID || isNew($0, db) }
      guard let first = items.first?.id else { continue }
      guard let group = try insertion.insert(groupID: first, namespace: first) else {
        throw FeedbackRecordError.idIsTaken(first)
      }
      for item in items { try insertion.insert(item, epoch: 0, into: group) }
    }
    try insertion.finish()
  }

  /// Changes what the server should have of a record.
  ///
  /// - Returns: Whether the outbox has the record.
  /// - Throws: `FeedbackRecordError` if the record was deleted or cannot be changed so.
  package static func change(
    _ id: UUID, _ changes: FeedbackChanges, now: Date, in db: Database
  ) throws -> Bool {
    guard let (edit, record) = try edit(ofRecord: id, now: now, db) else { return false }
    guard let current = edit.latestRecords[record.slot], current.state.desired != .nothing else {
      throw FeedbackRecordError.wasDeleted(id)
    }
    try changes.check(key: record.key)
    // The whole group, so that siblings that were held back for this record's sake go out with it. A record may be
    // named by the id under which it was first sent, also when it has been sent anew under another.
    let latest = edit.latestRecords.values.filter { $0.state.desired != .nothing }.sorted { $0.seq < $1.seq }
    let contents = try latest.map { sibling in
      let content = try OutboxRecord.content(seq: sibling.seq, db)
      let isMeant = sibling.slot == record.slot
      return SlotContent(slot: sibling.slot, content: isMeant ? content.changed(by: changes) : content)
    }
    try edit.apply(contents, db)
    return true
  }

  /// The server should no longer have the record. What was never sent is forgotten at once.
  ///
  /// - Returns: Whether the outbox has, or had, the record.
  package static func remove(_ id: UUID, now: Date, in db: Database) throws -> Bool {
    guard let (edit, record) = try edit(ofRecord: id, now: now, db) else { return false }
    try edit.remove(record.slot, db)
    return true
  }

  /// The ids under which the server is to have the records of a group.
  static func records(ofGroup id: UUID, in db: Database) throws -> [UUID] {
    guard let group = try OutboxGroup.fetch(id: id, db) else { return [] }
    return try OutboxRecord.fetchAll(inGroup: group.seq, db).filter { $0.state.desired != .nothing }.map(\.id)
  }

  private static func edit(
    ofRecord id: UUID, now: Date, _ db: Database
  ) throws -> (edit: GroupEdit, record: OutboxRecord)? {
    guard let group = try OutboxGroup.fetch(ofRecord: id, db) else { return nil }
    let records = try OutboxRecord.fetchAll(inGroup: group.seq, db)
    let edit = GroupEdit(group: group, records: records, now: now.microsecondsSince1970)
    return records.first { $0.id == id }.map { (edit, $0) }
  }

  private static func isNew(_ item: SlotContent, _ db: Database) throws -> Bool {
    guard let id = item.id, let group = try OutboxGroup.fetch(ofRecord: id, db),
      let record = try OutboxRecord.fetchAll(inGroup: group.seq, db).first(where: { $0.id == id })
    else { return true }
    guard record.state.desired != .nothing else { throw FeedbackRecordError.wasDeleted(id) }
    guard try OutboxRecord.content(seq: record.seq, db) == item.content else {
      throw FeedbackRecordError.idIsTaken(id)
    }
    return false
  }
}
