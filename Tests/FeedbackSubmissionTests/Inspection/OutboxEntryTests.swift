import Foundation
import GRDB
import StrictJSON
import Testing

@testable import FeedbackSubmission

@Suite struct OutboxEntryTests {
  let outbox: OutboxFixture
  let now = SystemClock().now()

  init() throws {
    outbox = try OutboxFixture()
  }

  func entries(_ states: OutboxEntry.State...) throws -> [OutboxEntry] {
    let wanted = states.isEmpty ? OutboxEntry.State.outstanding : Set(states)
    return try outbox.queue.read { try Outbox.entries(in: wanted, now: now, in: $0).entries }
  }

  func saveEndpoint(_ change: (inout EndpointState) -> Void) throws {
    var endpoint = OutboxEndpoint(boot: LeaseOwner.bootID, state: EndpointState())
    change(&endpoint.state)
    try outbox.queue.write { [endpoint] in try endpoint.save($0) }
  }

  @Test func `What was never tried waits`() throws {
    try outbox.set(.ranked([1, 0]))
    let entry = try #require(try entries().first)
    #expect(entry.state == .waiting)
    #expect(entry.id == .group(1))
    #expect(entry.records.map(\.target) == [.run(1), .run(2)])
    #expect(entry.records.allSatisfy { $0.presence == .absent && $0.nextOperation == "POST" })
    #expect(try entries(.dead, .backoff).isEmpty)
  }

  @Test func `A pause says how long it lasts, unless the machine was started anew since`() throws {
    try outbox.set(.ranked([1]))
    let due = now + .seconds(40)
    try outbox.change { $0.state.become(.backoff, due: due) }
    try saveEndpoint { _ in }
    #expect(try entries().map(\.state) == [.backoff])
    #expect(try entries().map(\.pause) == [.seconds(40)])
    try outbox.queue.write {
      try OutboxEndpoint(boot: "before", state: EndpointState()).save($0)
    }
    #expect(try entries().map(\.pause) == [nil])
  }

  @Test func `A group that is leased by somebody who lives is in flight; a dead one's waits`() throws {
    try outbox.set(.ranked([1]))
    let policy = SubmissionPolicy()
    let living = OutboxLedger(policy: policy, owner: .current)
    _ = try outbox.queue.write { try living.claim(token: UUID(), limit: 9, at: now, $0) }
    #expect(try entries().map(\.state) == [.sending])
    #expect(try entries().map(\.senderID) == [getpid()])
    try outbox.queue.write {
      try $0.execute(
        sql: "UPDATE feedback_group_span SET lease_owner = ?",
        arguments: [LeaseOwner(boot: "b", namespace: "n", processID: 1, start: "0").text])
    }
    #expect(try entries().map(\.state) == [.waiting])
  }

  @Test func `An endpoint that needs a person parks everything that waits, with the reason`() throws {
    try outbox.set(.ranked([1]))
    try saveEndpoint { $0.park("no key", until: now) }
    #expect(try entries(.parked).map(\.trouble) == ["no key"])
  }

  @Test func `What was refused names the reason, and delivered groups are not outstanding`() throws {
    try outbox.set(.ranked([1, 0]))
    try outbox.deliverAll()
    try outbox.set(
      FeedbackGroup(id: .group(2), namespace: .group(2), records: FeedbackGroup.ranked([1]).records))
    try outbox.change(where: { $0.groupSeq == 2 }) { $0.state.become(.dead, reason: "422: too bad") }
    #expect(try entries().map(\.reason) == ["422: too bad"])
    #expect(try entries(.delivered).map(\.id) == [.group(1)])
  }

  @Test func `Pages lead from one to the next and end`() throws {
    for number in 1...5 {
      try outbox.set(
        FeedbackGroup(
          id: .group(number), namespace: .group(number), records: FeedbackGroup.ranked([1]).records))
    }
    var (ids, next) = ([UUID](), Int64?.some(0))
    while let start = next {
      let page = try outbox.queue.read {
        try Outbox.entries(in: [.waiting], after: start, limit: 2, now: now, in: $0)
      }
      ids += page.entries.map(\.id)
      next = page.next
    }
    #expect(ids == (1...5).map(UUID.group))
  }

  @Test func `A group is found by the beginning of its id and of a record's`() throws {
    try outbox.set(.ranked([1]))
    let record = try #require(try outbox.records().first)
    for text in ["eeee0001", "EEEE-0001", record.id.uuidString, String(record.id.uuidString.prefix(9))] {
      let prefix = try #require(FeedbackIDPrefix(text))
      #expect(try outbox.queue.read { try Outbox.entries(matching: prefix, in: $0).map(\.id) } == [.group(1)])
    }
    let other = try #require(FeedbackIDPrefix("eeee0002"))
    #expect(try outbox.queue.read { try Outbox.entries(matching: other, in: $0).isEmpty })
    for text in ["", "eee", "xyz1", "eeee0001-0000-4000-8000-0000000000011"] {
      #expect(FeedbackIDPrefix(text) == nil)
    }
  }

  @Test func `The shortest id is as long as its neighbors demand`() throws {
    try outbox.set(.ranked([1]))
    #expect(try outbox.queue.read { try Outbox.shortID(.group(1), in: $0) } == "eeee0001")
    let twin = try #require(UUID(uuidString: "eeee0001-0000-4000-8001-000000000001"))
    try outbox.set(FeedbackGroup(id: twin, namespace: twin, records: FeedbackGroup.ranked([1]).records))
    #expect(try outbox.queue.read { try Outbox.shortID(.group(1), in: $0) } == "eeee0001-0000-4000-8000")
  }

  @Test func `The body is the one that would be sent`() throws {
    try outbox.set(.ranked([0.5]))
    let record = try #require(try entries().first?.records.first)
    let body = try outbox.queue.read { try Outbox.body(of: record, in: $0) }
    #expect(body["score"] == 0.5)
    #expect(body["id"]?.string == record.id.uuidString.lowercased())
  }
}
