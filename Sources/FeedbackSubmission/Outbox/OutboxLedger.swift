import Foundation
import GRDB

/// Gives out what is due, and enters what came of it. Each call is one short transaction of the caller's.
struct OutboxLedger: Sendable {
  let policy: SubmissionPolicy
  let owner: LeaseOwner

  /// To be called once before anything is claimed: takes back what dead senders had, and forgets times of
  /// before the machine's last start.
  func begin(at now: BootTime, _ db: Database) throws {
    var endpoint = try endpoint(db)
    if endpoint.boot != owner.boot {
      try db.execute(sql: "UPDATE feedback_group_span SET due = 0 WHERE due > 0")
      try db.execute(sql: "UPDATE feedback_record_span SET due = 0 WHERE due > 0")
      try db.execute(
        sql: "UPDATE feedback_record_span SET unsettled_until = ? WHERE unsettled_until IS NOT NULL",
        arguments: [(now + policy.settlingTime).milliseconds])
      endpoint = OutboxEndpoint(boot: owner.boot, state: endpoint.state)
      endpoint.state.startMachine()
    }
    endpoint.state.restart()
    if let id = endpoint.state.forbidden, try !isOutstanding(id, db) { endpoint.state.forbidden = nil }
    try endpoint.save(db)
    try takeBackFromTheDead(db)
  }

  private func isOutstanding(_ id: UUID, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT EXISTS (SELECT 1 FROM feedback_record_state WHERE id = ? AND phase NOT IN ('synced', 'dead'))
        """)
    return try Bool.fetchOne(statement, arguments: [id]) ?? false
  }

  /// Somebody waits for the delivery: what is in a pause after a failure is due now.
  func cutPausesShort(_ db: Database) throws {
    let rows = try RawStatement(
      """
      SELECT DISTINCT r.group_seq FROM feedback_record_span s
        CROSS JOIN feedback_record r ON r.seq BETWEEN s.first AND s.last
      WHERE s.phase = 'backoff' ORDER BY r.group_seq
      """, db)
    var groups: [(seq: Int64, value: Bool)] = []
    while try rows.next() { groups.append((rows.integer(0), true)) }
    for run in RowRun.joining(groups, where: ==) { try makeDue(run.range, db) }
    try db.execute(sql: "UPDATE feedback_record_span SET due = 0 WHERE phase = 'backoff'")
  }

  private func makeDue(_ groups: ClosedRange<Int64>, _ db: Database) throws {
    let spans = SpanTable<GroupStanding>(db)
    for span in try spans.spans(in: groups) where span.value.lease == nil && span.value.due != nil {
      var standing = span.value
      standing.due = .distantPast
      try spans.assign(RowRun(first: span.first, last: span.last, value: standing))
    }
  }

  /// Frees the groups whose senders have ended.
  func takeBackFromTheDead(_ db: Database) throws {
    for owner in try deadOwners(db) {
      try db.execute(sql: "UPDATE feedback_group_span SET due = 0 WHERE lease_owner = ?", arguments: [owner])
    }
  }

  func deadOwners(_ db: Database) throws -> [String] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT DISTINCT lease_owner FROM feedback_group_span WHERE due IS NOT NULL AND lease_owner IS NOT NULL
        """
    )
    return try String.fetchAll(statement).filter { LeaseOwner(text: $0)?.isGone ?? true }
  }

  /// Takes whole groups that are due, at least one if there is any, and no more records than `limit`.
  func claim(token: UUID, limit: Int, at now: BootTime, _ db: Database) throws -> Claim {
    var claim = try look(at: now, db)
    if case .closed = claim.admission { return claim }
    guard let due = claim.nextDue, due <= now else { return claim }
    try take(into: &claim, token: token, limit: limit, at: now, db)
    if !claim.groups.isEmpty { try noteRequests(isProbe: claim.admission == .probe, at: now, db) }
    claim.nextDue = try nextDue(db)
    return claim
  }

  private func noteRequests(isProbe: Bool, at now: BootTime, _ db: Database) throws {
    var endpoint = try endpoint(db)
    let isFirst = endpoint.state.openWindow(at: now, lasting: policy.rateLimitPause)
    if isProbe { endpoint.state.startProbe(until: now + policy.leaseDuration) }
    if isFirst || isProbe { try endpoint.save(db) }
  }

  /// What a claim would find, without taking anything.
  func look(at now: BootTime, _ db: Database) throws -> Claim {
    let endpoint = try endpoint(db).state
    return Claim(
      admission: endpoint.admission(at: now), parked: endpoint.parked, trouble: endpoint.trouble,
      nextDue: try nextDue(db))
  }

  private func take(
    into claim: inout Claim, token: UUID, limit: Int, at now: BootTime, _ db: Database
  ) throws {
    let isProbe = claim.admission == .probe
    let limit = isProbe ? 1 : limit
    let leaseEnd = now + policy.leaseDuration
    let lease = GroupStanding.Lease(token: token, owner: owner.text)
    var entry = LedgerEntry()
    var count = 0
    try DueGroup.forEach(until: now, limit: limit, db) { group in
      var attempts = group.takeAttempts(at: now, settlingTime: policy.settlingTime)
      if isProbe { attempts = Array(attempts.prefix(1)) }
      guard count == 0 || count + attempts.count <= limit else { return false }
      for record in group.records where record.isChanged { entry.change(record.record) }
      guard !attempts.isEmpty else {
        entry.change(group.seq, to: GroupStanding(GroupState(of: group.records.map(\.record.state))))
        return true
      }
      count += attempts.count
      entry.change(group.seq, to: GroupStanding(stage: group.standing.stage, due: leaseEnd, lease: lease))
      claim.groups.append(
        ClaimedGroup(
          seq: group.seq, token: token, leaseEnd: leaseEnd, records: attempts,
          known: group.records.map(\.record)))
      return count < limit
    }
    try entry.write(db)
  }

  func endpoint(_ db: Database) throws -> OutboxEndpoint {
    try OutboxEndpoint.fetch(db) ?? OutboxEndpoint(boot: owner.boot, state: EndpointState())
  }

  private func nextDue(_ db: Database) throws -> BootTime? {
    let statement = try db.cachedStatement(
      sql: "SELECT due FROM feedback_group_span WHERE due IS NOT NULL ORDER BY due LIMIT 1")
    return try Int64.fetchOne(statement).map(BootTime.init)
  }
}

extension DueGroup {
  /// What is to be sent of the group.
  fileprivate mutating func takeAttempts(at now: BootTime, settlingTime: Duration) -> [ClaimedRecord] {
    records.indices.compactMap { index in
      records[index].takeAttempt(wasLeased: standing.lease != nil, at: now, settlingTime: settlingTime)
    }
  }
}

extension DueRecord {
  fileprivate mutating func takeAttempt(
    wasLeased: Bool, at now: BootTime, settlingTime: Duration
  ) -> ClaimedRecord? {
    if wasLeased {
      record.state.abandon(at: now, settlingTime: settlingTime)
      isChanged = true
    }
    guard record.state.due <= now, let attempt = record.state.nextAttempt else { return nil }
    if attempt.operation == .delete && !record.state.isSpent {
      // From now on the id may be deleted any time, so it must not be used for a body again.
      record.state.presence = .deleted
      isChanged = true
    }
    return claimed(for: attempt)
  }
}
