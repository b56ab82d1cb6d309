import Foundation
import GRDB
import Testing

@testable import FeedbackSubmission

/// Outboxes of earlier versions, with what was in them.
@Suite struct OutboxMigrationTests {
  private let queue: DatabaseQueue
  private var migrator = DatabaseMigrator()
  private let now = BootTime(milliseconds: 1_000_000)

  init() throws {
    queue = try DatabaseQueue()
    Outbox.register(in: &migrator)
    try migrator.migrate(queue, upTo: "feedback outbox 3")
    try queue.write { db in
      // Numbers with a gap, a group whose records do not follow each other, and one of each kind.
      for seq in [1, 2, 3] { try Self.addGroup(seq, "'delivered', NULL, NULL, NULL, 7", db) }
      try Self.addGroup(5, "'waiting', 0, NULL, NULL, NULL", db)
      try Self.addGroup(6, "'waiting', 2000000, x'\(Self.token)', '\(LeaseOwner.stranger.text)', NULL", db)
      try Self.addGroup(7, "'dead', NULL, NULL, NULL, NULL", db)
      try Self.addGroup(8, "'withdrawn', NULL, NULL, NULL, NULL", db)
      let synced = "'body', 1, 1, NULL, 'present', 'synced', 0, 1, 99, 0, 0, 0, NULL, NULL"
      for (seq, group) in [(1, 1), (2, 2), (3, 3), (4, 1)] { try Self.addRecord(seq, group, synced, db) }
      let fresh = "'body', 1, 0, NULL, 'untouched', 'pending', 0, NULL, NULL, 0, 0, 0, NULL, NULL"
      for (seq, group) in [(5, 5), (6, 5), (9, 6)] { try Self.addRecord(seq, group, fresh, db) }
      let refused = "'body', 2, 1, 42, 'present', 'dead', 5, NULL, NULL, 1, 0, 3, 11, '422: no'"
      try Self.addRecord(10, 7, refused, db)
      let gone = "'nothing', 2, 2, NULL, 'deleted', 'synced', 0, NULL, NULL, 0, 0, 0, NULL, NULL"
      try Self.addRecord(11, 8, gone, db)
    }
    try migrator.migrate(queue)
  }

  private static let token = String(repeating: "ab", count: 16)

  private static func addGroup(_ seq: Int, _ state: String, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO feedback_group (seq, id, namespace, stage, due, lease_token, lease_owner, verified_at)
        VALUES (?, ?, ?, \(state))
        """, arguments: [seq, UUID.group(seq), UUID.group(seq)])
  }

  private static func addRecord(_ seq: Int, _ group: Int, _ state: String, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO feedback_record (seq, group_seq, id, target, key, epoch, created_at, modified_at, desired,
          desired_revision, acknowledged_revision, acknowledged_digest, presence, phase, due, unsettled_revision,
          unsettled_until, is_unproven, is_edited_in_flight, failures, missing_since, reason)
        VALUES (?, ?, ?, ?, 'k', 0, 1, 2, \(state))
        """, arguments: [seq, group, UUID.run(seq), UUID.run(seq)])
    try db.execute(
      sql: "INSERT INTO feedback_body (record_seq, content) VALUES (?, ?)",
      arguments: [seq, Data(#"{"run_id":"\#(seq)"}"#.utf8)])
  }

  @Test func `Every record keeps its place, its content and its state`() throws {
    let records = try queue.read { try OutboxRecord.all($0) }
    #expect(records.map(\.seq) == [1, 2, 3, 4, 5, 6, 9, 10, 11])
    #expect(records.map(\.groupSeq) == [1, 2, 3, 1, 5, 5, 6, 7, 8])
    #expect(records.map(\.id) == [1, 2, 3, 4, 5, 6, 9, 10, 11].map(UUID.run))
    #expect(records.allSatisfy { $0.createdAt == 1 && $0.modifiedAt == 2 && $0.key == "k" })
    #expect(records[3].state.unsettled == .init(revision: 1, until: BootTime(milliseconds: 99)))
    #expect(records[7].acknowledgedDigest == 42)
    #expect(
      records[7].state
        == RecordState(
          desired: .body, desiredRevision: 2, acknowledgedRevision: 1, presence: .present, phase: .dead,
          due: BootTime(milliseconds: 5), unsettled: nil, isUnproven: true, failures: 3, missingSince: 11,
          reason: "422: no"))
    for record in records {
      let content = try queue.read { try OutboxRecord.content(seq: record.seq, $0).json }
      #expect(content == Array(#"{"run_id":"\#(record.seq)"}"#.utf8))
    }
  }

  @Test func `Groups stand where they stood`() throws {
    let counts = try queue.read(Outbox.counts)
    #expect((counts.delivered, counts.waiting, counts.dead, counts.verified) == (3, 2, 1, 3))
    let states = try queue.read { db in
      try Outbox.entries(in: Set(OutboxEntry.State.ofGroups), in: db).entries.map { ($0.id, $0.state) }
    }
    #expect(states.map(\.0) == [1, 2, 3, 5, 6, 7, 8].map(UUID.group))
    #expect(
      states.map(\.1) == [.delivered, .delivered, .delivered, .waiting, .sending, .dead, .withdrawn])
  }

  @Test func `Rows that are alike share a span`() throws {
    let spans = try queue.read { db in
      try ["feedback_group_span", "feedback_record_span"].map {
        try String.fetchAll(db, sql: "SELECT first || '-' || last FROM \($0) ORDER BY first")
      }
    }
    #expect(spans == [["1-3", "5-5", "6-6", "7-7", "8-8"], ["1-4", "5-6", "9-9", "10-10", "11-11"]])
  }

  @Test func `What waited is sent, and what somebody has in hand when the lease is over`() throws {
    let ledger = OutboxLedger(policy: SubmissionPolicy(), owner: .current)
    let (soon, later) = try queue.write { db in
      (
        try ledger.claim(token: UUID(), limit: 9, at: now, db),
        try ledger.claim(token: UUID(), limit: 9, at: BootTime(milliseconds: 2_000_000), db)
      )
    }
    #expect(soon.groups.map(\.seq) == [5])
    #expect(soon.groups[0].records.map(\.id) == [.run(5), .run(6)])
    #expect(later.groups.map(\.seq).contains(6))
  }

  @Test func `The file is sound`() throws {
    let old = "SELECT count(*) FROM sqlite_master WHERE name LIKE 'old_%' OR name = 'feedback_body'"
    #expect(try queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    #expect(try queue.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check").isEmpty })
    #expect(try queue.read { try Int.fetchOne($0, sql: old) } == 0)
  }
}
