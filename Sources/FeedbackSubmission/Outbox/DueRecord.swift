import Foundation
import GRDB

/// A group that came due: new work, or what its sender did not bring back in time.
struct DueGroup {
  let seq: Int64
  let wasLeased: Bool

  static func fetchAll(until now: BootTime, limit: Int, _ db: Database) throws -> [DueGroup] {
    let rows = try RawStatement(
      "SELECT seq, lease_token IS NOT NULL FROM feedback_group WHERE due <= ? ORDER BY due, seq LIMIT ?", db)
    rows.bind(1, now.milliseconds)
    rows.bind(2, limit)
    var groups: [DueGroup] = []
    while try rows.next() { groups.append(DueGroup(seq: rows.integer(0), wasLeased: rows.bool(1))) }
    return groups
  }
}

/// A record of such a group, with its content.
struct DueRecord {
  var record: OutboxRecord
  let content: FeedbackContent

  static func fetchAll(inGroup seq: Int64, _ db: Database) throws -> [DueRecord] {
    let rows = try RawStatement(
      """
      SELECT \(OutboxRecord.columns), b.content
      FROM feedback_record r JOIN feedback_body b ON b.record_seq = r.seq WHERE r.group_seq = ?
      """, db)
    rows.bind(1, seq)
    var records: [DueRecord] = []
    while try rows.next() {
      let content = FeedbackContent(json: rows.bytes(OutboxRecord.columnCount))
      records.append(DueRecord(record: try OutboxRecord(rows), content: content))
    }
    if records.count > 1 { records.sort { $0.record.seq < $1.record.seq } }
    return records
  }

  func claimed(for attempt: Attempt) -> ClaimedRecord {
    ClaimedRecord(
      seq: record.seq, id: record.id, attempt: attempt, operation: operation(attempt.operation),
      digest: record.state.desired == .body ? content.digest : nil)
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
