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

  /// Those of `results` whose leases have gone to nobody else, in the order of their numbers. What was not edited
  /// since it was taken need not be read again.
  static func fetchAll(_ results: [GroupResult], _ db: Database) throws -> [LeasedGroup] {
    let isInOrder = zip(results, results.dropFirst()).allSatisfy { $0.group.seq < $1.group.seq }
    let results = isInOrder ? results : results.sorted { $0.group.seq < $1.group.seq }
    let runs = RowRun.joining(results.lazy.map { ($0.group.seq, $0.group.token) }, where: ==)
    var groups: [LeasedGroup] = []
    groups.reserveCapacity(results.count)
    var start = 0
    for run in runs {
      for span in try SpanTable<GroupStanding>(db).spans(in: run.range) {
        guard let lease = span.value.lease, lease.token == run.value else { continue }
        for seq in span.range {
          let result = results[start + Int(seq - run.first)]
          groups.append(try LeasedGroup(result, isEdited: lease.isEdited, db))
        }
      }
      start += run.count
    }
    groups.removeAll(where: \.records.isEmpty)
    return groups
  }

  private init(_ result: GroupResult, isEdited: Bool, _ db: Database) throws {
    let known = result.group.known
    seq = result.group.seq
    outcomes = result.outcomes
    records = isEdited || known.isEmpty ? try OutboxRecord.fetchAll(inGroup: seq, db) : known
  }
}
