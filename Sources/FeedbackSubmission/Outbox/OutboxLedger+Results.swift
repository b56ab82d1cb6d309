import Foundation
import GRDB

extension OutboxLedger {
  /// Enters what came of claimed groups, and frees them. Results of a lease that has gone to somebody else
  /// are dropped: whoever took it over finds out what became of the attempt.
  ///
  func record(_ results: [GroupResult], _ db: Database) throws -> Recorded {
    var endpoint = try endpoint(db)
    let before = endpoint.state
    var endedGroups = 0
    for result in results where try isStillOurs(result.group, db) {
      try enter(result, &endpoint.state, db)
      if try release(result.group.seq, db) != .waiting { endedGroups += 1 }
    }
    if endpoint.state != before { try endpoint.save(db) }
    return Recorded(endpoint: endpoint.state, endedGroups: endedGroups)
  }

  private func isStillOurs(_ group: ClaimedGroup, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT 1 FROM feedback_group WHERE seq = ? AND lease_token = ?")
    return try Bool.fetchOne(statement, arguments: [group.seq, group.token]) ?? false
  }

  private func enter(_ result: GroupResult, _ endpoint: inout EndpointState, _ db: Database) throws {
    var records = try OutboxRecord.fetchAll(inGroup: result.group.seq, db)
    for outcome in result.outcomes {
      guard let index = records.firstIndex(where: { $0.seq == outcome.record.seq }) else { continue }
      try enter(outcome, &records[index], &endpoint, db)
      if outcome.record.attempt.operation == .create {
        try verifyDeleted(before: records[index], &records, db)
      }
    }
    try leaveUntried(result, &records, db)
    let isRefused = records.contains { $0.state.phase == .dead && $0.state.desired == .body }
    if isRefused && policy.rollsBack { try holdBack(records, db) }
  }

  private func enter(
    _ outcome: RecordOutcome, _ record: inout OutboxRecord, _ endpoint: inout EndpointState, _ db: Database
  ) throws {
    let desired = try record.state.desired == .body ? OutboxRecord.content(seq: record.seq, db) : nil
    let attempt = outcome.record.attempt
    let reading = Reading(outcome.outcome, of: attempt.operation, id: record.id, desired: desired)
    let step = Step(
      id: record.id, attempt: attempt, reading: reading, now: outcome.now, wallTime: outcome.wallTime,
      jitter: outcome.jitter)
    policy.apply(step, to: &record.state, endpoint: &endpoint)
    if reading == .stored {
      record.acknowledgedDigest = attempt.operation == .read ? desired?.digest : outcome.record.digest
    }
    try record.update(db)
  }

  /// Deleted feedback has been reported to come back when new feedback is created.
  private func verifyDeleted(
    before created: OutboxRecord, _ records: inout [OutboxRecord], _ db: Database
  ) throws {
    guard created.epoch > 0, created.state.presence == .present else { return }
    for index in records.indices
    where records[index].slot == created.slot && records[index].epoch < created.epoch
      && records[index].state.phase == .synced && records[index].state.isSpent
    {
      records[index].state.become(.verify)
      try records[index].update(db)
    }
  }

  /// Records that were claimed but not sent have nothing in flight.
  private func leaveUntried(_ result: GroupResult, _ records: inout [OutboxRecord], _ db: Database) throws {
    let tried = Set(result.outcomes.map(\.record.seq))
    for index in records.indices
    where records[index].state.isEditedInFlight && !tried.contains(records[index].seq) {
      records[index].state.isEditedInFlight = false
      try records[index].update(db)
    }
  }

  private func holdBack(_ records: [OutboxRecord], _ db: Database) throws {
    for var record in records where record.state.desired == .body && record.state.phase != .dead {
      record.state.holdBack()
      try record.update(db)
    }
  }
}
