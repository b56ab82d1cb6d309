import Foundation
import GRDB

extension OutboxLedger {
  /// Enters what came of claimed groups, and frees them. Results of a lease that has gone to somebody else
  /// are dropped: whoever took it over finds out what became of the attempt.
  func record(_ results: [GroupResult], _ db: Database) throws -> Recorded {
    var endpoint = try endpoint(db)
    let before = endpoint.state
    var entry = LedgerEntry()
    var endedGroups = 0
    for var group in try LeasedGroup.fetchAll(results, db) {
      let standings = group.records.map(\.standing)
      try enter(&group, &endpoint.state, db)
      for (record, standing) in zip(group.records, standings) where record.standing != standing {
        entry.change(record)
      }
      let state = GroupState(of: group.records.map(\.state))
      entry.change(group.seq, to: GroupStanding(state))
      if state.stage != .waiting { endedGroups += 1 }
    }
    try entry.write(db)
    if endpoint.state != before { try endpoint.save(db) }
    return Recorded(endpoint: endpoint.state, endedGroups: endedGroups)
  }

  private func enter(_ group: inout LeasedGroup, _ endpoint: inout EndpointState, _ db: Database) throws {
    for outcome in group.outcomes {
      guard let index = group.records.firstIndex(where: { $0.seq == outcome.record.seq }) else { continue }
      try enter(outcome, &group.records[index], &endpoint, db)
      if outcome.record.attempt.operation == .create {
        verifyDeleted(before: group.records[index], &group.records)
      }
    }
    group.leaveUntried()
    let isRefused = group.records.contains { $0.state.phase == .dead && $0.state.desired == .body }
    if isRefused && policy.rollsBack { try holdBack(&group.records, db) }
  }

  private func enter(
    _ outcome: RecordOutcome, _ record: inout OutboxRecord, _ endpoint: inout EndpointState, _ db: Database
  ) throws {
    let attempt = outcome.record.attempt
    // Only what is read back is compared.
    let desired =
      attempt.operation == .read && record.state.desired == .body
      ? try OutboxRecord.content(seq: record.seq, db) : nil
    let reading =
      outcome.reading ?? Reading(outcome.outcome, of: attempt.operation, id: record.id, desired: desired)
    apply(reading, attempt, outcome, &record.state, &endpoint)
    if reading == .unproven && !outcome.outcome.isReadable && record.state.phase == .verify {
      let read = Attempt(operation: .read, revision: attempt.revision)
      apply(.refused(reason: "it cannot be read back"), read, outcome, &record.state, &endpoint)
    }
    if reading == .stored {
      let isOutdated = attempt.revision != record.state.desiredRevision
      record.acknowledgedDigest = isOutdated ? outcome.record.digest : nil
    }
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
  private func verifyDeleted(before created: OutboxRecord, _ records: inout [OutboxRecord]) {
    guard created.epoch > 0, created.state.presence == .present else { return }
    for index in records.indices
    where records[index].slot == created.slot && records[index].epoch < created.epoch
      && records[index].state.phase == .synced && records[index].state.isSpent
    {
      records[index].state.become(.verify)
    }
  }

  private func holdBack(_ records: inout [OutboxRecord], _ db: Database) throws {
    for index in records.indices
    where records[index].state.desired == .body && records[index].state.phase != .dead {
      records[index].fixAcknowledgedDigest(try OutboxRecord.content(seq: records[index].seq, db))
      records[index].state.holdBack()
    }
  }
}
