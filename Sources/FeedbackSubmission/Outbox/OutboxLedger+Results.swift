import Foundation
import GRDB

extension OutboxLedger {
  /// Enters what came of claimed groups, and frees them. Results of a lease that has gone to somebody else
  /// are dropped: whoever took it over finds out what became of the attempt.
  func record(_ results: [GroupResult], _ db: Database) throws -> Recorded {
    var endpoint = try endpoint(db)
    let before = endpoint.state
    var endedGroups = 0
    for result in results {
      guard var records = try leased(result.group, db) else { continue }
      try enter(result, &records, &endpoint.state, db)
      let state = GroupState(of: records.map(\.state))
      try OutboxGroup.release(result.group.seq, as: state, db)
      if state.stage != .waiting { endedGroups += 1 }
    }
    if endpoint.state != before { try endpoint.save(db) }
    return Recorded(endpoint: endpoint.state, endedGroups: endedGroups)
  }

  /// The records of a group, if it is still ours.
  private func leased(_ group: ClaimedGroup, _ db: Database) throws -> [OutboxRecord]? {
    let rows = try RawStatement(
      """
      SELECT \(OutboxRecord.columns) FROM feedback_group g JOIN feedback_record r ON r.group_seq = g.seq
      WHERE g.seq = ? AND g.lease_token = ?
      """, db)
    rows.bind(1, group.seq)
    rows.bind(2, group.token)
    let records = try OutboxRecord.fetchAll(rows)
    return records.isEmpty ? nil : records
  }

  private func enter(
    _ result: GroupResult, _ records: inout [OutboxRecord], _ endpoint: inout EndpointState, _ db: Database
  ) throws {
    for outcome in result.outcomes {
      guard let index = records.firstIndex(where: { $0.seq == outcome.record.seq }) else { continue }
      try enter(outcome, &records[index], &endpoint, db)
      if outcome.record.attempt.operation == .create {
        try verifyDeleted(before: records[index], &records, db)
      }
    }
    try leaveUntried(result, &records, db)
    let isRefused = records.contains { $0.state.phase == .dead && $0.state.desired == .body }
    if isRefused && policy.rollsBack { try holdBack(&records, db) }
  }

  private func enter(
    _ outcome: RecordOutcome, _ record: inout OutboxRecord, _ endpoint: inout EndpointState, _ db: Database
  ) throws {
    let attempt = outcome.record.attempt
    let isRead = attempt.operation == .read
    // Only what is read back is compared.
    let desired =
      isRead && record.state.desired == .body ? try OutboxRecord.content(seq: record.seq, db) : nil
    let reading = Reading(outcome.outcome, of: attempt.operation, id: record.id, desired: desired)
    apply(reading, attempt, outcome, &record.state, &endpoint)
    if reading == .unproven && !outcome.outcome.isReadable && record.state.phase == .verify {
      let read = Attempt(operation: .read, revision: attempt.revision)
      apply(.refused(reason: "it cannot be read back"), read, outcome, &record.state, &endpoint)
    }
    if reading == .stored { record.acknowledgedDigest = isRead ? desired?.digest : outcome.record.digest }
    try record.update(db)
  }

  private func apply(
    _ reading: Reading, _ attempt: Attempt, _ outcome: RecordOutcome, _ record: inout RecordState,
    _ endpoint: inout EndpointState
  ) {
    let step = Step(
      id: outcome.record.id, attempt: attempt, reading: reading, now: outcome.now,
      wallTime: outcome.wallTime, jitter: outcome.jitter)
    var uncounted = endpoint
    policy.apply(step, to: &record, endpoint: &uncounted)
    if outcome.isCounted { endpoint = uncounted }
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

  private func holdBack(_ records: inout [OutboxRecord], _ db: Database) throws {
    for index in records.indices
    where records[index].state.desired == .body && records[index].state.phase != .dead {
      records[index].state.holdBack()
      try records[index].update(db)
    }
  }
}
