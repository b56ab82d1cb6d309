import Foundation
import GRDB

/// A row of `feedback_group_state`.
struct OutboxEntryRow: FetchableRecord {
  let seq: Int64
  let id: UUID
  let stage: GroupState.Stage
  let due: BootTime?
  let sender: LeaseOwner?
  let verifiedAt: Int64?

  static let columns = "seq, id, stage, due, lease_owner, verified_at"

  init(row: Row) throws {
    seq = row["seq"]
    id = row["id"]
    stage = row["stage"]
    due = (row["due"] as Int64?).map(BootTime.init)
    sender = (row["lease_owner"] as String?).flatMap(LeaseOwner.init(text:))
    verifiedAt = row["verified_at"]
  }
}
