import Foundation
import GRDB
import Synchronization
import Testing

@testable import FeedbackSubmission

@Suite struct SubmitterTests {
  @Test func `What waits is delivered, each record once`() async throws {
    let fixture = try SubmitterFixture()
    try fixture.set(.ranked([1, 0.5, 0]), .ranked([0.5, 0.5], id: .group(2)))
    let progress = try await fixture.submitter().drain()
    #expect(progress.counts.delivered == 2)
    #expect(progress.condition == .delivering)
    #expect(fixture.server.requests.count == 5)
    #expect(fixture.server.scores(ofGroup: .group(1)) == [.run(1): "1.0", .run(2): "0.5", .run(3): "0.0"])
  }

  @Test func `What a sender had that died meanwhile is sent at once, not at the end of its lease`()
    async throws
  {
    let fixture = try SubmitterFixture(
      server: FakeServer(faults: [.status(503), .status(503)], chance: { _ in nil }))
    try fixture.set(.ranked([1, 0]))
    let start = fixture.clock.now()
    let isTaken = Mutex(false)
    let progress = try await fixture.submitter().drain { _ in
      guard
        isTaken.withLock({ isTaken in
          defer { isTaken = true }
          return !isTaken
        })
      else { return }
      try? fixture.set(.ranked([1, 0], id: .group(2)))
      _ = try? fixture.claimAndDie()
    }
    #expect(isTaken.withLock { $0 })
    #expect(progress.counts.delivered == 2)
    #expect(fixture.clock.now() - start < .seconds(60))
  }

  @Test func `An edit after delivery is an update, and an undo a delete that is read back`() async throws {
    let fixture = try SubmitterFixture()
    let submitter = fixture.submitter()
    try fixture.set(.ranked([1, 0]))
    _ = try await submitter.drain()
    try fixture.set(.ranked([0, 1]))
    _ = try await submitter.drain()
    #expect(fixture.server.scores(ofGroup: .group(1)) == [.run(1): "0.0", .run(2): "1.0"])
    try fixture.retract(.group(1))
    _ = try await submitter.drain()
    #expect(fixture.server.stored.isEmpty)
    #expect(
      fixture.server.requests.map(\.name) == [
        "create", "create", "update", "update", "delete", "delete", "read", "read",
      ])
  }

  @Test func `Undo and redo after delivery leave one record a run, under a new id`() async throws {
    let fixture = try SubmitterFixture()
    let submitter = fixture.submitter()
    try fixture.set(.ranked([1, 0]))
    _ = try await submitter.drain()
    let before = Set(fixture.server.stored.keys)
    try fixture.retract(.group(1))
    _ = try await submitter.drain()
    try fixture.set(.ranked([1, 0]))
    _ = try await submitter.drain()
    #expect(fixture.server.scores(ofGroup: .group(1)) == [.run(1): "1.0", .run(2): "0.0"])
    #expect(before.isDisjoint(with: fixture.server.stored.keys))
  }

  @Test func `Deleted feedback that comes back with a new record is deleted again`() async throws {
    let fixture = try SubmitterFixture()
    let submitter = fixture.submitter()
    try fixture.set(.ranked([1]))
    _ = try await submitter.drain()
    let ghosts = fixture.server.stored
    try fixture.retract(.group(1))
    _ = try await submitter.drain()
    fixture.server.state.withLock { $0.stored.merge(ghosts) { $1 } }
    try fixture.set(.ranked([0]))
    _ = try await submitter.drain()
    #expect(fixture.server.scores(ofGroup: .group(1)) == [.run(1): "0.0"])
  }

  private static let faults: [[FakeServer.Fault]] = [
    [.status(500)], [.status(503), .status(503)], [.status(429)], [.refuseConnection], [.loseAnswer],
    [.loseRequest],
    [.status(404), .status(404)], [.answer(FeedbackAnswer(status: 200, body: Array("<html>".utf8)))],
    [.answer(FeedbackAnswer(status: 202))], [.answer(FeedbackAnswer(status: 503, retryAfter: .seconds(30)))],
    Array(repeating: .refuseConnection, count: 40), Array(repeating: .status(500), count: 20),
    [.loseAnswer, .loseAnswer, .loseAnswer, .status(500), .loseRequest],
  ]

  @Test("Faults that pass lose and double nothing", arguments: faults)
  func survives(faults: [FakeServer.Fault]) async throws {
    let fixture = try SubmitterFixture(server: FakeServer(faults: faults))
    try fixture.set(.ranked([1, 0]), .ranked([0.5, 0.5, 0], id: .group(2)))
    let progress = try await fixture.submitter().drain()
    #expect(progress.counts.delivered == 2)
    #expect(fixture.server.scores(ofGroup: .group(1)) == [.run(1): "1.0", .run(2): "0.0"])
    #expect(fixture.server.scores(ofGroup: .group(2)).count == 3)
    #expect(fixture.server.stored.count == 5)
  }

  @Test
  func `One forbidden record holds up nothing that comes, and is set aside when something else is taken`()
    async throws
  {
    let fixture = try SubmitterFixture(
      server: FakeServer { operation in
        guard case .create(_, let body) = operation else { return nil }
        return body.contains(Array(UUID.group(1).uuidString.lowercased().utf8)) ? .status(403) : nil
      })
    try fixture.set(.ranked([1]))
    let start = fixture.clock.now()
    let told = try await fixture.submitter().drain(patience: .seconds(60))
    #expect(told.counts.waiting == 1)
    guard case .parked(let reason) = told.condition else { return #expect(Bool(false), "\(told)") }
    #expect(reason.contains("403"))
    #expect(fixture.clock.now() - start < .seconds(30))
    try fixture.set(.ranked([1, 0], id: .group(2)))
    let progress = try await fixture.submitter().drain(patience: .seconds(60))
    #expect(progress.counts.delivered == 1)
    #expect(progress.counts.dead == 1)
    #expect(fixture.clock.now() - start < .seconds(60))
  }

  @Test func `A record that was forbidden and then taken back forbids nothing any more`() async throws {
    let server = FakeServer(faults: Array(repeating: .status(403), count: 5))
    let fixture = try SubmitterFixture(server: server)
    try fixture.set(.ranked([1]))
    _ = try await fixture.submitter().drain(patience: .seconds(60))
    try fixture.retract(.group(1))
    _ = try await fixture.submitter().drain(patience: .seconds(60))
    _ = try await fixture.submitter().drain(patience: .seconds(60))
    server.state.withLock { $0.faults = [.status(403)] }
    try fixture.set(.ranked([1], id: .group(2)))
    let progress = try await fixture.submitter().drain(patience: .seconds(60))
    #expect(progress.counts.waiting == 0)
    #expect(progress.condition == .delivering)
  }

  @Test func `A server that asks for a pause is left alone till then`() async throws {
    let answer = FeedbackAnswer(status: 429, retryAfter: .seconds(40))
    let fixture = try SubmitterFixture(server: FakeServer(faults: [.answer(answer)]))
    let start = fixture.clock.now()
    try fixture.set(.ranked([1]))
    _ = try await fixture.submitter(jitter: 0).drain()
    #expect(fixture.clock.now() >= start + .seconds(40))
    #expect(fixture.server.requests.count == 2)
  }

  @Test func `A key that is refused stops everything with one message, and nothing is lost`() async throws {
    let fixture = try SubmitterFixture(server: FakeServer { _ in .status(401) })
    for number in 1...40 { try fixture.set(.ranked([1, 0], id: .group(number))) }
    let progress = try await fixture.submitter().drain()
    guard case .parked(let reason) = progress.condition else {
      Issue.record("not parked")
      return
    }
    #expect(reason.contains("LANGSMITH_API_KEY"))
    #expect(progress.counts.waiting == 40)
    #expect(fixture.server.requests.count <= 20)
    #expect(try fixture.records().allSatisfy { $0.state.failures == 0 })
  }

  @Test func `Starting again with another key delivers everything`() async throws {
    let fixture = try SubmitterFixture(server: FakeServer(faults: Array(repeating: .status(401), count: 2)))
    try fixture.set(.ranked([1, 0]))
    let stopped = try await fixture.submitter().drain()
    #expect(stopped.counts.waiting == 1)
    let progress = try await fixture.submitter().drain()
    #expect(progress.counts.delivered == 1)
  }

  @Test func `A refused record takes its siblings back`() async throws {
    let fixture = try SubmitterFixture()
    try fixture.set(.ranked([1, 0.5, 0]), .ranked([1, 0], id: .group(2)))
    let bad = try fixture.records()[1].id
    fixture.server.state.withLock { $0.poisoned = [bad] }
    let progress = try await fixture.submitter().drain()
    #expect(progress.counts.dead == 1)
    #expect(progress.counts.delivered == 1)
    #expect(fixture.server.scores(ofGroup: .group(1)).isEmpty)
    #expect(fixture.server.scores(ofGroup: .group(2)).count == 2)
  }

  @Test func `A refused group that a person edits is delivered whole`() async throws {
    let fixture = try SubmitterFixture()
    try fixture.set(.ranked([1, 0.5, 0]))
    let bad = try fixture.records()[1].id
    fixture.server.state.withLock { $0.poisoned = [bad] }
    _ = try await fixture.submitter().drain()
    fixture.server.state.withLock { $0.poisoned = [] }
    try fixture.set(.ranked([0, 1, 0.5]))
    let progress = try await fixture.submitter().drain()
    #expect(progress.counts.delivered == 1)
    #expect(fixture.server.scores(ofGroup: .group(1)) == [.run(1): "0.0", .run(2): "1.0", .run(3): "0.5"])
  }

  @Test func `Refusals without end stop at twenty records`() async throws {
    let fixture = try SubmitterFixture(server: FakeServer { _ in .status(422) })
    for number in 1...60 { try fixture.set(.ranked([1], id: .group(number))) }
    let progress = try await fixture.submitter().drain()
    #expect(progress.counts.dead == 20)
    #expect(progress.counts.waiting == 40)
  }

  @Test func `Patience ends a delivery that gets nowhere`() async throws {
    let fixture = try SubmitterFixture(server: FakeServer { _ in .refuseConnection })
    try fixture.set(.ranked([1, 0]))
    let start = fixture.clock.now()
    let progress = try await fixture.submitter().drain(patience: .seconds(45))
    #expect(progress.counts.waiting == 1)
    #expect(progress.condition == .waiting(reason: "connection refused"))
    #expect(fixture.clock.now() - start >= .seconds(45))
    #expect(fixture.clock.now() - start < .seconds(60))
  }

  @Test func `A cancelled delivery gives back what it has not tried`() async throws {
    let fixture = try SubmitterFixture(
      server: FakeServer { _ in
        withUnsafeCurrentTask { $0?.cancel() }
        return nil
      })
    for number in 1...30 { try fixture.set(.ranked([1, 0], id: .group(number))) }
    let delivery = Task { try await fixture.submitter().drain() }
    delivery.cancel()
    let progress = try await delivery.value
    #expect(progress.counts.delivered + progress.counts.waiting == 30)
    #expect(try leases(fixture) == 0)
  }

  @Test func `Background delivery wakes up for new work`() async throws {
    let fixture = try SubmitterFixture()
    let submitter = fixture.submitter()
    let (progress, continuation) = AsyncStream.makeStream(of: SubmissionProgress.self)
    let delivery = Task { await submitter.run { continuation.yield($0) } }
    try fixture.set(.ranked([1, 0]))
    submitter.wake()
    for await state in progress where state.counts.delivered == 1 { break }
    delivery.cancel()
    await delivery.value
    #expect(fixture.server.stored.count == 2)
  }

  // MARK: Batches

  @Test func `Batches are taken as delivered when they have been read back`() async throws {
    let fixture = try SubmitterFixture(server: FakeServer(batchLimit: 5))
    for number in 1...10 { try fixture.set(.ranked([1, 0], id: .group(number))) }
    let progress = try await fixture.submitter().drain()
    #expect(progress.counts.delivered == 10)
    #expect(fixture.server.stored.count == 20)
    #expect(fixture.server.batches == [4, 4, 4, 4, 4, 20])
  }

  @Test func `What is taken in and not shown yet is waited for, and not sent again`() async throws {
    let fixture = try SubmitterFixture(server: FakeServer(batchLimit: 10, ingestion: .seconds(5)))
    try fixture.set(.ranked([1, 0]))
    let progress = try await fixture.submitter().drain()
    #expect(progress.counts.delivered == 1)
    #expect(fixture.server.requests.filter { $0.name == "create" }.count == 2)
  }

  @Test func `What is never shown is sent again, and then ever more rarely`() async throws {
    let fixture = try SubmitterFixture(
      server: FakeServer(faults: [.answer(FeedbackAnswer(status: 202))], batchLimit: 10))
    try fixture.set(.ranked([1, 0]))
    let progress = try await fixture.submitter().drain()
    #expect(progress.counts.delivered == 1)
    #expect(fixture.server.requests.filter { $0.name == "create" }.count == 4)
    #expect(fixture.server.stored.count == 2)
  }

  @Test("Faults that pass lose and double nothing in batches either", arguments: faults)
  func batchesSurvive(faults: [FakeServer.Fault]) async throws {
    let fixture = try SubmitterFixture(server: FakeServer(faults: faults, batchLimit: 4))
    try fixture.set(.ranked([1, 0]), .ranked([0.5, 0.5, 0], id: .group(2)))
    let progress = try await fixture.submitter().drain()
    #expect(progress.counts.delivered == 2)
    #expect(fixture.server.scores(ofGroup: .group(2)).count == 3)
    #expect(fixture.server.stored.count == 5)
  }

  @Test func `Of a refused batch only the bad records are set aside, with the server's words`() async throws {
    let fixture = try SubmitterFixture(server: FakeServer(batchLimit: 100))
    for number in 1...100 { try fixture.set(.ranked([1], id: .group(number))) }
    let bad = try [7, 60].map { try fixture.records()[$0].id }
    fixture.server.state.withLock { $0.poisoned = Set(bad) }
    let progress = try await fixture.submitter().drain()
    #expect(progress.counts.dead == 2)
    #expect(progress.counts.delivered == 98)
    #expect(Set(try fixture.records().filter { $0.state.phase == .dead }.map(\.id)) == Set(bad))
  }

  @Test func `More bad records than are an accident do not stop what else is taken`() async throws {
    let fixture = try SubmitterFixture(server: FakeServer(batchLimit: 100))
    for number in 1...1000 { try fixture.set(.ranked([1], id: .group(number))) }
    let bad = try fixture.records().enumerated().filter { $0.offset % 33 == 5 }.map(\.element.id)
    fixture.server.state.withLock { $0.poisoned = Set(bad) }
    let progress = try await fixture.submitter().drain()
    #expect(progress.counts.dead == bad.count)
    #expect(progress.counts.delivered == 1000 - bad.count)
  }

  @Test func `A batch that is a conflict is read back record by record`() async throws {
    let fixture = try SubmitterFixture(server: FakeServer(faults: [.status(409)], batchLimit: 10))
    try fixture.set(.ranked([1, 0]))
    let progress = try await fixture.submitter().drain()
    #expect(progress.counts.delivered == 1)
    #expect(fixture.server.stored.count == 2)
  }

  @Test func `Of a server that lets nothing be read, its word is taken`() async throws {
    let fixture = try SubmitterFixture(
      server: FakeServer(batchLimit: 10) { _ in
        .answer(FeedbackAnswer(status: 202, isReadable: false))
      })
    try fixture.set(.ranked([1, 0]))
    let progress = try await fixture.submitter().drain()
    #expect(progress.counts.delivered == 1)
    #expect(fixture.server.requests.map(\.name) == ["create", "create"])
  }

  private func leases(_ fixture: SubmitterFixture) throws -> Int? {
    try fixture.database.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM feedback_group_state WHERE lease_token IS NOT NULL")
    }
  }
}

extension FeedbackOperation {
  fileprivate var name: String {
    switch self {
    case .create: "create"
    case .update: "update"
    case .delete: "delete"
    case .read: "read"
    }
  }
}
