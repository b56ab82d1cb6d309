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
      try db.execute(sql: "UPDATE feedback_group SET due = 0 WHERE due > 0")
      try db.execute(sql: "UPDATE feedback_record SET due = 0 WHERE due > 0")
      try db.execute(
        sql: "UPDATE feedback_record SET unsettled_until = ? WHERE unsettled_until IS NOT NULL",
        arguments: [(now + policy.settlingTime).milliseconds])
      endpoint = OutboxEndpoint(boot: owner.boot, state: endpoint.state)
      endpoint.state.startMachine()
    }
    endpoint.state.restart()
    try endpoint.save(db)
    try takeBackFromTheDead(db)
  }

  /// Somebody waits for the delivery: what is in a pause after a failure is due now.
  func cutPausesShort(_ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE feedback_group SET due = 0
        WHERE due > 0 AND lease_token IS NULL
          AND EXISTS (SELECT 1 FROM feedback_record WHERE group_seq = feedback_group.seq AND phase = 'backoff');
        UPDATE feedback_record SET due = 0 WHERE phase = 'backoff';
        """)
  }

  /// Frees the groups whose senders have ended.
  func takeBackFromTheDead(_ db: Database) throws {
    for owner in try deadOwners(db) {
      try db.execute(sql: "UPDATE feedback_group SET due = 0 WHERE lease_owner = ?", arguments: [owner])
    }
  }

  func deadOwners(_ db: Database) throws -> [String] {
    let statement = try db.cachedStatement(
      sql: "SELECT DISTINCT lease_owner FROM feedback_group WHERE due IS NOT NULL AND lease_owner IS NOT NULL"
    )
    return try String.fetchAll(statement).filter { LeaseOwner(text: $0)?.isGone ?? true }
  }

  /// Takes whole groups that are due, at least one if there is any, and no more records than the policy says.
  func claim(token: UUID, at now: BootTime, _ db: Database) throws -> Claim {
    var claim = try look(at: now, db)
    if case .closed = claim.admission { return claim }
    guard let due = claim.nextDue, due <= now else { return claim }
    try take(into: &claim, token: token, at: now, db)
    if claim.admission == .probe && !claim.groups.isEmpty {
      var endpoint = try endpoint(db)
      endpoint.state.startProbe(until: now + policy.leaseDuration)
      try endpoint.save(db)
    }
    claim.nextDue = try nextDue(db)
    return claim
  }

  /// What a claim would find, without taking anything.
  func look(at now: BootTime, _ db: Database) throws -> Claim {
    let endpoint = try endpoint(db).state
    return Claim(
      admission: endpoint.admission(at: now), parked: endpoint.parked, trouble: endpoint.trouble,
      nextDue: try nextDue(db))
  }

  private func take(into claim: inout Claim, token: UUID, at now: BootTime, _ db: Database) throws {
    let limit = claim.admission == .probe ? 1 : policy.claimLimit
    let due = try DueGroup.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT seq, lease_token IS NOT NULL FROM feedback_group WHERE due <= ? ORDER BY due, seq LIMIT ?
          """), arguments: [now.milliseconds, limit])
    var count = 0
    for group in due {
      var records = try attempts(of: group, at: now, db)
      if claim.admission == .probe { records = Array(records.prefix(1)) }
      guard !records.isEmpty else {
        try release(group.seq, db)
        continue
      }
      guard count == 0 || count + records.count <= limit else { break }
      count += records.count
      try lease(group.seq, token: token, until: now + policy.leaseDuration, db)
      claim.groups.append(ClaimedGroup(seq: group.seq, token: token, records: records))
    }
  }

  private func attempts(of group: DueGroup, at now: BootTime, _ db: Database) throws -> [ClaimedRecord] {
    try OutboxRecord.fetchAll(inGroup: group.seq, db).compactMap { record in
      var record = record
      if group.wasLeased {
        record.state.abandon(at: now, settlingTime: policy.settlingTime)
        try record.update(db)
      }
      guard record.state.due <= now, let attempt = record.state.nextAttempt else { return nil }
      if attempt.operation == .delete && !record.state.isSpent {
        // From now on the id may be deleted any time, so it must not be used for a body again.
        record.state.presence = .deleted
        try record.update(db)
      }
      return try ClaimedRecord(record, attempt, db)
    }
  }

  private func lease(_ seq: Int64, token: UUID, until due: BootTime, _ db: Database) throws {
    try db.cachedStatement(
      sql: "UPDATE feedback_group SET lease_token = ?, lease_owner = ?, due = ? WHERE seq = ?"
    )
    .execute(arguments: [token, owner.text, due.milliseconds, seq])
  }

  @discardableResult
  func release(_ seq: Int64, _ db: Database) throws -> GroupState.Stage {
    try db.cachedStatement(
      sql: "UPDATE feedback_group SET lease_token = NULL, lease_owner = NULL WHERE seq = ?"
    ).execute(arguments: [seq])
    return try OutboxGroup(seq: seq, namespace: UUID(), isLeased: false).refresh(db)
  }

  func endpoint(_ db: Database) throws -> OutboxEndpoint {
    try OutboxEndpoint.fetch(db) ?? OutboxEndpoint(boot: owner.boot, state: EndpointState())
  }

  private func nextDue(_ db: Database) throws -> BootTime? {
    let statement = try db.cachedStatement(sql: "SELECT min(due) FROM feedback_group WHERE due IS NOT NULL")
    return try Int64.fetchOne(statement).map(BootTime.init)
  }
}

/// A group that came due: new work, or what its sender did not bring back in time.
private struct DueGroup: FetchableRecord {
  let seq: Int64
  let wasLeased: Bool

  init(row: Row) throws {
    seq = row[0]
    wasLeased = row[1]
  }
}

extension ClaimedRecord {
  fileprivate init(_ record: OutboxRecord, _ attempt: Attempt, _ db: Database) throws {
    let content = try record.state.desired == .body ? OutboxRecord.content(seq: record.seq, db) : nil
    self.init(
      seq: record.seq, id: record.id, attempt: attempt,
      operation: record.operation(attempt.operation, content ?? FeedbackContent(json: Array("{}".utf8))),
      digest: content?.digest)
  }
}

extension OutboxRecord {
  fileprivate func operation(_ operation: Attempt.Operation, _ content: FeedbackContent) -> FeedbackOperation
  {
    switch operation {
    case .create:
      .create(
        id: id,
        body: FeedbackBody.create(id: id, createdAt: createdAt, modifiedAt: modifiedAt, content: content))
    case .update: .update(id: id, body: FeedbackBody.update(content: content))
    case .delete: .delete(id: id)
    case .read: .read(id: id)
    }
  }
}
