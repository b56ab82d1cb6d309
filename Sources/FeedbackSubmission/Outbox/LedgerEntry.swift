import Foundation
import GRDB

/// What one transaction changes in the books. It is gathered first, so that neighbors that change alike, and most do,
/// take one statement together.
struct LedgerEntry {
  private var records = RowChanges<OutboxRecord.Standing>()
  private var groups = RowChanges<GroupStanding>()

  mutating func change(_ record: OutboxRecord) {
    records.append(record.seq, record.standing)
  }

  mutating func change(_ group: Int64, to standing: GroupStanding) {
    groups.append(group, standing)
  }

  func write(_ db: Database) throws {
    for run in records.runs { try SpanTable(db).assign(run) }
    for run in groups.runs { try SpanTable(db).assign(run) }
  }
}
