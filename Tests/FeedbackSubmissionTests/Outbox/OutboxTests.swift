import Foundation
import GRDB
import Testing

@testable import FeedbackSubmission

@Suite struct OutboxTests {
  let outbox: OutboxFixture

  init() throws {
    outbox = try OutboxFixture()
  }

  @Test func `A group set for the first time waits, a record for each run`() throws {
    try outbox.set(.ranked([1, 0.5, 0]))
    #expect(try outbox.counts() == OutboxCounts(waiting: 1))
    let records = try outbox.records()
    #expect(records.map(\.target) == [.run(1), .run(2), .run(3)])
    #expect(Set(records.map(\.id)).count == 3)
    #expect(records.allSatisfy { $0.state == RecordState() })
    #expect(
      try outbox.content(records[0]).contains(#""feedback_group_id":"eeee0001-0000-4000-8000-000000000001""#))
  }

  @Test func `Ids follow from namespace, run and key alone`() throws {
    try outbox.set(.ranked([1, 0]))
    let other = try OutboxFixture()
    try other.set(.ranked([0, 1]), at: .now)
    #expect(try outbox.records().map(\.id) == other.records().map(\.id))
  }

  @Test func `Setting the same again changes nothing`() throws {
    try outbox.set(.ranked([1, 0]))
    try outbox.deliverAll()
    try outbox.set(.ranked([1, 0]), at: .now)
    #expect(try outbox.counts() == OutboxCounts(delivered: 1))
    #expect(try outbox.records().allSatisfy { $0.state.desiredRevision == 1 })
  }

  @Test func `Edits before the first attempt leave one body, the last`() throws {
    try outbox.set(.ranked([1, 0]))
    try outbox.set(.ranked([0.5, 0.5]))
    try outbox.set(.ranked([0, 1]))
    let records = try outbox.records()
    #expect(records.count == 2)
    #expect(try outbox.content(records[0]).contains(#""score":0.0"#))
    #expect(try outbox.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM feedback_record") } == 2)
  }

  @Test func `Undo before the first attempt leaves nothing`() throws {
    try outbox.set(.ranked([1, 0]))
    try outbox.retract()
    #expect(try outbox.records().isEmpty)
    #expect(try outbox.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM feedback_group") } == 0)
    #expect(try outbox.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM feedback_record") } == 0)
  }

  @Test func `Undo after delivery is outstanding until the server has nothing`() throws {
    try outbox.set(.ranked([1, 0]))
    try outbox.deliverAll()
    try outbox.retract()
    #expect(try outbox.counts() == OutboxCounts(waiting: 1))
    #expect(try outbox.records().allSatisfy { $0.state.desired == .nothing && $0.state.phase == .pending })
    try outbox.deliverAll()
    #expect(try outbox.counts() == OutboxCounts())
  }

  @Test func `A run left out of an edit is withdrawn, the others are changed`() throws {
    try outbox.set(.ranked([1, 0.5, 0]))
    try outbox.deliverAll()
    try outbox.set(.ranked([1, 0]))
    let states = try outbox.records().map(\.state)
    #expect(states.map(\.desired) == [.body, .body, .nothing])
    #expect(states.map(\.phase) == [.synced, .pending, .pending])
  }

  @Test func `An edit back to what the server has is delivered at once`() throws {
    try outbox.set(.ranked([1, 0]))
    try outbox.deliverAll()
    try outbox.set(.ranked([0, 1]))
    #expect(try outbox.counts() == OutboxCounts(waiting: 1))
    try outbox.set(.ranked([1, 0]))
    #expect(try outbox.counts() == OutboxCounts(delivered: 1))
  }

  @Test func `Undo and redo before the delete was sent keep the id`() throws {
    try outbox.set(.ranked([1, 0]))
    try outbox.deliverAll()
    try outbox.retract()
    try outbox.set(.ranked([1, 0]))
    #expect(try outbox.records().map(\.epoch) == [0, 0])
    #expect(try outbox.counts() == OutboxCounts(delivered: 1))
  }

  @Test func `A deleted record comes back under a new id, and the old one stays deleted`() throws {
    try outbox.set(.ranked([1, 0]))
    try outbox.deliverAll()
    try outbox.retract()
    try outbox.change { $0.state.presence = .deleted }
    try outbox.set(.ranked([1, 0]))
    let records = try outbox.records()
    #expect(records.map(\.epoch) == [0, 0, 1, 1])
    #expect(Set(records.map(\.id)).count == 4)
    #expect(records.map(\.state.desired) == [.nothing, .nothing, .body, .body])
  }

  @Test func `An edit goes to the newest epoch`() throws {
    try outbox.set(.ranked([1]))
    try outbox.deliverAll()
    try outbox.retract()
    try outbox.change { $0.state.presence = .deleted }
    try outbox.set(.ranked([1]))
    try outbox.set(.ranked([0]))
    let records = try outbox.records()
    #expect(records.map(\.epoch) == [0, 1])
    #expect(try outbox.content(records[1]).contains(#""score":0.0"#))
  }

  @Test func `A dead record marks its group until a person edits it`() throws {
    try outbox.set(.ranked([1, 0]))
    try outbox.change(where: { $0.target == .run(1) }) {
      $0.state.phase = .dead
      $0.state.reason = "refused"
    }
    #expect(try outbox.counts() == OutboxCounts(dead: 1))
    try outbox.set(.ranked([0.5, 0.5]))
    #expect(try outbox.counts() == OutboxCounts(waiting: 1))
  }

  @Test func `Two records for one run and key are refused, and nothing is kept`() throws {
    let record = FeedbackRecord(target: .run(.init(runID: .run(1))), key: "k")
    let group = FeedbackGroup(id: .group(1), namespace: .group(1), records: [record, record])
    #expect(throws: FeedbackRecordError.duplicate(target: .run(1), key: "k")) { try outbox.set(group) }
    #expect(try outbox.records().isEmpty)
  }

  @Test func `Keys are told apart by their scalars`() throws {
    let keys = ["caf\u{E9}", "cafe\u{301}"]
    let records = keys.map { FeedbackRecord(target: .run(.init(runID: .run(1))), key: $0) }
    try outbox.set(FeedbackGroup(id: .group(1), namespace: .group(1), records: records))
    #expect(Set(try outbox.records().map(\.id)).count == 2)
  }

  @Test func `Retracting what was never set is nothing`() throws {
    try outbox.retract()
    #expect(try outbox.counts() == OutboxCounts())
  }

  @Test func `The table refuses a record that claims to be synced without an acknowledgement`() throws {
    try outbox.set(.ranked([1]))
    #expect(throws: DatabaseError.self) {
      try outbox.change {
        $0.state.phase = .synced
        $0.state.presence = .present
      }
    }
  }
}

extension OutboxCounts {
  fileprivate init(delivered: Int = 0, waiting: Int = 0, dead: Int = 0) {
    self.init()
    (self.delivered, self.waiting, self.dead) = (delivered, waiting, dead)
  }
}
