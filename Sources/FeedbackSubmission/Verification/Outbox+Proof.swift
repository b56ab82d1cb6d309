import Foundation
import GRDB

/// Enters what a look at the server has shown. Groups that have changed since they were read are left as they are.
extension Outbox {
  /// - Parameter now: When the server was read.
  package static func note(_ verifications: [GroupVerification], now: Date, in db: Database) throws {
    for verification in verifications where try verification.group.isUnchanged(db) {
      let time = verification.isEqual ? now.microsecondsSince1970 : nil
      try db.cachedStatement(sql: "UPDATE feedback_group SET verified_at = ? WHERE seq = ?")
        .execute(arguments: [time, verification.group.seq])
    }
  }

  /// Makes the server's faults outstanding: what is missing or different is sent again, what was withdrawn is deleted
  /// again. Nothing else is deleted.
  ///
  /// - Returns: How many records these are.
  package static func repair(_ verifications: [GroupVerification], now: Date, in db: Database) throws -> Int {
    var count = 0
    for verification in verifications where !verification.findings.isEmpty {
      let group = verification.group
      guard try group.isUnchanged(db), let row = try OutboxGroup.fetch(id: group.id, db) else { continue }
      let records = try OutboxRecord.fetchAll(inGroup: group.seq, db)
      let edit = GroupEdit(group: row, records: records, now: now.microsecondsSince1970)
      count += try edit.repair(verification, db)
    }
    return count
  }
}

extension VerifiableGroup {
  /// Whether the outbox still says the same of the group, so that what was found out about it holds.
  fileprivate func isUnchanged(_ db: Database) throws -> Bool {
    let current = try OutboxRecord.fetchAll(inGroup: seq, db)
    guard isSettled, current.count == records.count else { return false }
    return zip(current, records).allSatisfy { now, then in
      now.seq == then.seq && now.state.desiredRevision == then.revision && !now.state.isOutstanding
        && then.expectation.isSame(as: now.state)
    }
  }
}

extension VerifiableGroup.Expectation {
  fileprivate func isSame(as state: RecordState) -> Bool {
    switch self {
    case .present: state.phase == .synced && state.desired == .body
    case .absent: state.phase == .synced && state.desired != .body
    case .open: true
    }
  }
}

extension GroupEdit {
  fileprivate func repair(_ verification: GroupVerification, _ db: Database) throws -> Int {
    var count = 0
    for (index, record) in records.enumerated() {
      let known = verification.group.records[index]
      guard try mend(record, known.expectation, verification.sightings[index], db) else { continue }
      count += 1
    }
    try group.refresh(db)
    return count
  }

  private func mend(
    _ record: OutboxRecord, _ expectation: VerifiableGroup.Expectation, _ sighting: Sighting, _ db: Database
  ) throws -> Bool {
    var record = record
    switch (expectation, sighting) {
    case (.present, .nothing):
      record.acknowledgedDigest = nil
      record.state.wasLost()
    case (.present, .record(let fields)):
      guard !fields.isEmpty, fields.isDisjoint(with: .identity) else { return false }
      guard fields.isSubset(of: .changeable) else { return try replace(record, db) }
      record.acknowledgedDigest = nil
      record.state.wasChanged()
    case (.absent, .record):
      record.state.cameBack()
    case (.absent, .nothing), (.open, _): return false
    }
    try record.update(db)
    return true
  }

  /// What no request can change in place is made anew, under an id that was never used.
  private func replace(_ record: OutboxRecord, _ db: Database) throws -> Bool {
    let content = try OutboxRecord.content(seq: record.seq, db)
    try withdraw(record, db)
    try insert(SlotContent(slot: record.slot, content: content), epoch: record.epoch + 1, db)
    return true
  }
}
