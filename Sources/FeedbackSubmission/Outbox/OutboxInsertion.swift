import Foundation
import GRDB

/// Puts new groups and records into the outbox. Its statements are looked up once for as many as there are, and where
/// they stand is entered for all of them at the end.
struct OutboxInsertion {
  /// Microseconds since 1970.
  private let now: Int64
  private let db: Database
  private let group: RawStatement
  private let record: RawStatement
  private var groups = NumberRun()
  private var records = NumberRun()

  init(now: Int64, _ db: Database) throws {
    self.now = now
    self.db = db
    group = try RawStatement(
      "INSERT INTO feedback_group (id, namespace) VALUES (?, ?) ON CONFLICT DO NOTHING", db)
    record = try RawStatement(
      """
      INSERT INTO feedback_record (group_seq, id, target, key, epoch, created_at, modified_at, content)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, db)
  }

  /// A group whose records are all to be sent now; `nil` if there is one already.
  mutating func insert(groupID: UUID, namespace: UUID) throws -> OutboxGroup? {
    group.bind(1, groupID)
    group.bind(2, namespace)
    try group.run()
    guard db.changesCount > 0 else { return nil }
    let seq = db.lastInsertedRowID
    if let full = groups.take(seq) { try enter(full, GroupStanding.new) }
    return OutboxGroup(seq: seq, namespace: namespace, isLeased: false)
  }

  mutating func insert(_ item: SlotContent, epoch: Int, into group: OutboxGroup) throws {
    record.bind(1, group.seq)
    record.bind(2, item.recordID(namespace: group.namespace, epoch: epoch))
    record.bind(3, item.slot.target)
    record.bind(4, item.slot.key)
    record.bind(5, epoch)
    record.bind(6, now)
    record.bind(7, now)
    try record.run(binding: item.content.json, at: 8)
    if let full = records.take(db.lastInsertedRowID) { try enter(full, OutboxRecord.Standing()) }
  }

  /// To be called after the last. Until then, nobody can tell where they stand.
  mutating func finish() throws {
    if let rest = groups.take(nil) { try enter(rest, GroupStanding.new) }
    if let rest = records.take(nil) { try enter(rest, OutboxRecord.Standing()) }
  }

  private func enter<Value: SpanValue>(_ range: ClosedRange<Int64>, _ value: Value) throws {
    try SpanTable(db).assign(RowRun(first: range.lowerBound, last: range.upperBound, value: value))
  }
}

/// Numbers that come one after the other.
private struct NumberRun {
  private var range: ClosedRange<Int64>?

  /// - Parameter number: `nil` at the end.
  /// - Returns: The run that ends with this, if one does.
  mutating func take(_ number: Int64?) -> ClosedRange<Int64>? {
    if let range, let number, number == range.upperBound + 1 {
      self.range = range.lowerBound...number
      return nil
    }
    defer { range = number.map { $0...$0 } }
    return range
  }
}
