import Foundation
import GRDB

/// What one transaction changes in the books. It is gathered first, so that neighbors that change alike, and most do,
/// take one statement together.
struct LedgerEntry {
  private var records = RowChanges<OutboxRecord.Standing>()
  private var releases = RowChanges<GroupState>()
  private var leases = RowChanges<UUID>()

  mutating func change(_ record: OutboxRecord) {
    records.append(record.seq, record.standing)
  }

  mutating func release(_ group: Int64, as state: GroupState) {
    releases.append(group, state)
  }

  mutating func lease(_ group: Int64, token: UUID) {
    leases.append(group, token)
  }

  func write(owner: LeaseOwner, leaseEnd: BootTime, _ db: Database) throws {
    try write(db)
    for run in leases.runs { try OutboxGroup.lease(run, owner: owner, until: leaseEnd, db) }
  }

  func write(_ db: Database) throws {
    for run in records.runs { try OutboxRecord.update(run, db) }
    for run in releases.runs { try OutboxGroup.release(run, db) }
  }
}
