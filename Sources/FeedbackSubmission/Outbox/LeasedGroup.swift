import Foundation
import GRDB

/// A group whose lease is still the sender's, with what came of its records.
struct LeasedGroup {
  let seq: Int64
  let outcomes: [RecordOutcome]
  /// In the order in which they were put in.
  var records: [OutboxRecord] = []

  /// Records that were claimed but not sent have nothing in flight.
  mutating func leaveUntried() {
    for index in records.indices
    where records[index].state.isEditedInFlight
      && !outcomes.contains(where: { $0.record.seq == records[index].seq })
    {
      records[index].state.isEditedInFlight = false
    }
  }

  /// Those of `results` whose leases have gone to nobody else, in the same order. Neighbors are read together.
  static func fetchAll(_ results: [GroupResult], _ db: Database) throws -> [LeasedGroup] {
    let order = results.indices.sorted { results[$0].group.seq < results[$1].group.seq }
    let runs = RowRun.joining(
      order.lazy.map { (results[$0].group.seq, results[$0].group.token) }, where: ==)
    var groups = results.map { LeasedGroup(seq: $0.group.seq, outcomes: $0.outcomes) }
    var start = 0
    for run in runs {
      try OutboxRecord.forEach(inLeased: run, db) { record in
        groups[order[start + Int(record.groupSeq - run.first)]].records.append(record)
      }
      start += run.count
    }
    groups.removeAll(where: \.records.isEmpty)
    for index in groups.indices where groups[index].records.count > 1 {
      groups[index].records.sort { $0.seq < $1.seq }
    }
    return groups
  }
}

extension OutboxRecord {
  /// - Parameter run: Groups with the token of their lease; those that bear another are passed over.
  fileprivate static func forEach(
    inLeased run: RowRun<UUID>, _ db: Database, _ body: (OutboxRecord) -> Void
  ) throws {
    let rows = try RawStatement(
      """
      SELECT \(columns) FROM feedback_group g CROSS JOIN feedback_record r ON r.group_seq = g.seq
      WHERE g.seq BETWEEN ? AND ? AND g.lease_token = ?
      """, db)
    rows.bind(1, run.first)
    rows.bind(2, run.last)
    rows.bind(3, run.value)
    while try rows.next() { body(try OutboxRecord(rows)) }
  }
}
