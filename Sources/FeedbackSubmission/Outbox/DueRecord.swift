import Foundation
import GRDB

/// A group that came due: new work, or what its sender did not bring back in time.
struct DueGroup {
  let seq: Int64
  let wasLeased: Bool
  /// In the order in which they were put in.
  var records: [DueRecord] = []

  /// Those due first, at least as many as have `limit` records, if there are. Neighbors are read together.
  ///
  /// - Parameter body: Returns whether it wants more.
  static func forEach(
    until now: BootTime, limit: Int, _ db: Database, _ body: (inout DueGroup) throws -> Bool
  ) throws {
    for run in try runs(until: now, limit: limit, db) {
      guard try forEach(in: run, db, body) else { return }
    }
  }

  private static func runs(until now: BootTime, limit: Int, _ db: Database) throws -> [RowRun<Bool>] {
    let rows = try RawStatement(
      "SELECT seq, lease_token IS NOT NULL FROM feedback_group WHERE due <= ? ORDER BY due, seq LIMIT ?", db)
    rows.bind(1, now.milliseconds)
    rows.bind(2, limit)
    var groups: [(seq: Int64, value: Bool)] = []
    while try rows.next() { groups.append((rows.integer(0), rows.bool(1))) }
    return RowRun.joining(groups, where: ==)
  }

  private static func forEach(
    in run: RowRun<Bool>, _ db: Database, _ body: (inout DueGroup) throws -> Bool
  ) throws -> Bool {
    var rows = try DueRecord.Rows(inGroups: run, db)
    defer { rows.stop() }
    for seq in run.first...run.last {
      var group = DueGroup(seq: seq, wasLeased: run.value)
      while let record = try rows.next(inGroup: seq) { group.records.append(record) }
      if group.records.count > 1 { group.records.sort { $0.record.seq < $1.record.seq } }
      guard try body(&group) else { return false }
    }
    return true
  }
}

/// A record of such a group, with its content.
struct DueRecord {
  var record: OutboxRecord
  let content: FeedbackContent
  /// Whether the record became another one when it was taken.
  var isChanged = false

  /// The records of neighboring groups, one group after the other.
  struct Rows {
    private let rows: RawStatement
    private var isOnRow: Bool

    init(inGroups run: RowRun<Bool>, _ db: Database) throws {
      rows = try RawStatement(
        """
        SELECT \(OutboxRecord.columns), b.content
        FROM feedback_record r CROSS JOIN feedback_body b ON b.record_seq = r.seq
        WHERE r.group_seq BETWEEN ? AND ? ORDER BY r.group_seq
        """, db)
      rows.bind(1, run.first)
      rows.bind(2, run.last)
      isOnRow = try rows.next()
    }

    mutating func next(inGroup seq: Int64) throws -> DueRecord? {
      guard isOnRow, rows.integer(OutboxRecord.groupColumn) == seq else { return nil }
      let content = FeedbackContent(json: rows.bytes(OutboxRecord.columnCount))
      let record = DueRecord(record: try OutboxRecord(rows), content: content)
      isOnRow = try rows.next()
      return record
    }

    func stop() {
      rows.stop()
    }
  }

  func claimed(for attempt: Attempt) -> ClaimedRecord {
    ClaimedRecord(
      seq: record.seq, id: record.id, attempt: attempt, operation: operation(attempt.operation),
      content: record.state.desired == .body ? content : nil)
  }

  private func operation(_ operation: Attempt.Operation) -> FeedbackOperation {
    switch operation {
    case .create:
      .create(
        id: record.id,
        body: FeedbackBody.create(
          id: record.id, createdAt: record.createdAt, modifiedAt: record.modifiedAt, content: content))
    case .update: .update(id: record.id, body: FeedbackBody.update(content: content))
    case .delete: .delete(id: record.id)
    case .read: .read(id: record.id, run: content.isAboutRun ? record.target : nil)
    }
  }
}
