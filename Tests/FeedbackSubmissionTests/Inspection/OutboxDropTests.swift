import Foundation
import GRDB
import StrictJSON
import Synchronization
import Testing

@testable import FeedbackSubmission

@Suite struct OutboxDropTests {
  let fixture: SubmitterFixture

  init() throws {
    fixture = try SubmitterFixture()
  }

  func drop(_ id: UUID = .group(1), reason: String = "by mistake") throws -> Bool {
    let decision = DropDecision(by: "ada", reason: reason, at: OutboxFixture.now)
    return try fixture.database.write { try Outbox.drop(id, decision, in: $0) }
  }

  func effect() throws -> DropEffect? {
    try fixture.database.read {
      try Outbox.entries(in: Set(OutboxEntry.State.ofGroups), in: $0).entries.first?.dropEffect
    }
  }

  func dropped() throws -> [DroppedGroup] { try fixture.database.read { try Outbox.dropped(in: $0) } }

  @Test func `What was never sent is forgotten, and its record kept`() async throws {
    try fixture.set(.ranked([1, 0]))
    #expect(try effect() == DropEffect(forgotten: 2))
    #expect(try drop())
    #expect(try fixture.records().isEmpty)
    #expect(try fixture.counts() == OutboxCounts(dropped: 1))
    let audit = try #require(try dropped().first)
    #expect(audit.groupID == .group(1))
    #expect(audit.droppedBy == "ada")
    #expect(audit.reason == "by mistake")
    #expect(audit.state == "waiting")
    #expect(audit.records.map { $0.object?["body"]?.object?["score"] } == [1.0, 0.0])
    _ = try await fixture.submitter().drain()
    #expect(fixture.server.requests.isEmpty)
  }

  @Test func `What may be at the server is deleted there`() async throws {
    try fixture.set(.ranked([1, 0]))
    fixture.server.state.withLock { $0.faults = [.loseAnswer] }
    _ = try fixture.claimAndDie()
    try fixture.database.write {
      try OutboxLedger(policy: SubmissionPolicy(), owner: .current).begin(at: fixture.clock.now(), $0)
    }
    _ = try fixture.claimAndDie()
    #expect(try drop())
    _ = try await fixture.submitter().drain()
    #expect(fixture.server.stored.isEmpty)
    #expect(try fixture.counts() == OutboxCounts(dropped: 1))
  }

  @Test func `Dropped while a sibling's refusal is being rolled back, nothing of the group stays`()
    async throws
  {
    try fixture.set(.ranked([1, 0]))
    let poisoned = try fixture.records()[1].id
    fixture.server.state.withLock { $0.poisoned = [poisoned] }
    _ = try await fixture.submitter().drain()
    #expect(try drop())
    #expect(try fixture.counts() == OutboxCounts(dropped: 1))
    _ = try await fixture.submitter().drain()
    #expect(fixture.server.stored.isEmpty)
  }

  @Test func `A deletion that is refused for good can only be given up`() async throws {
    try fixture.set(.ranked([1]))
    _ = try await fixture.submitter().drain()
    try fixture.retract(.group(1))
    fixture.server.state.withLock { $0.faults = [.status(422)] }
    _ = try await fixture.submitter().drain()
    #expect(try effect() == DropEffect(left: 1))
    #expect(try drop())
    #expect(try fixture.records().isEmpty)
    #expect(fixture.server.stored.count == 1)
  }

  @Test func `What is delivered, deleted or not there is not dropped`() async throws {
    #expect(try !drop())
    try fixture.set(.ranked([1]))
    _ = try await fixture.submitter().drain()
    #expect(try !drop())
    try fixture.retract(.group(1))
    #expect(try !drop())
    #expect(try dropped().isEmpty)
  }

  @Test func `A group that is put anew is dropped no longer`() throws {
    try fixture.set(.ranked([1]))
    #expect(try drop())
    try fixture.set(.ranked([0]))
    #expect(try fixture.counts() == OutboxCounts(waiting: 1))
    #expect(try dropped().count == 1)
  }

  @Test func `What was dropped can be neither changed nor removed`() throws {
    try fixture.set(.ranked([1]))
    #expect(try drop())
    for sql in ["UPDATE feedback_drop SET reason = 'x'", "DELETE FROM feedback_drop"] {
      #expect(throws: (any Error).self) { try fixture.database.write { try $0.execute(sql: sql) } }
    }
    #expect(try dropped().map(\.reason) == ["by mistake"])
  }

  @Test func `An outbox of the first version is brought up to date with what is in it`() throws {
    let queue = try DatabaseQueue()
    var migrator = DatabaseMigrator()
    Outbox.register(in: &migrator)
    try migrator.migrate(queue, upTo: "feedback outbox 1")
    try queue.write { db in
      try db.execute(
        sql: "INSERT INTO feedback_group (id, namespace, stage, due) VALUES (?, ?, 'waiting', 0)",
        arguments: [UUID.group(1), UUID.group(1)])
    }
    try migrator.migrate(queue)
    #expect(try queue.read(Outbox.counts) == OutboxCounts(waiting: 1))
  }
}

extension OutboxCounts {
  fileprivate init(waiting: Int = 0, dropped: Int = 0) {
    self.init()
    (self.waiting, self.dropped) = (waiting, dropped)
  }
}

extension DropEffect {
  fileprivate init(forgotten: Int = 0, left: Int = 0) {
    self.init()
    (self.forgotten, self.left) = (forgotten, left)
  }
}
