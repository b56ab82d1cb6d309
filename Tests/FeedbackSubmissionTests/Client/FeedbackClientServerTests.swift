import Foundation
import StrictJSON
import Synchronization
import Testing

@testable import FeedbackSubmission

@Suite struct FeedbackClientServerTests {
  private let changes: FeedbackChanges = {
    var changes = FeedbackChanges()
    changes.score = .set(0.25)
    changes.comment = .clear
    return changes
  }()

  private func fixture(
    faults: [FakeServer.Fault] = [], holding ids: [UUID] = []
  ) throws -> ClientFixture {
    let fixture = try ClientFixture(server: FakeServer(faults: faults))
    fixture.server.state.withLock { state in
      for id in ids {
        state.stored[id] = ["id": .string(id.uuidString), "key": "k", "score": 1, "comment": "c"]
      }
    }
    return fixture
  }

  @Test func `A change before sending becomes part of what is sent`() async throws {
    let fixture = try fixture()
    var record = ClientFixture.record(id: .run(9))
    record.comment = "c"
    try await fixture.client.create(record)
    #expect(try await fixture.client.update(.run(9), changes))
    try await fixture.client.deliver()
    #expect(fixture.server.requests.count == 1)
    #expect(fixture.server.stored[.run(9)]?["score"] == 0.25)
    #expect(fixture.server.stored[.run(9)]?["comment"] == nil)
  }

  @Test func `A change after sending is delivered as a change`() async throws {
    let fixture = try fixture()
    try await fixture.client.create(ClientFixture.record(id: .run(9)))
    try await fixture.client.deliver()
    #expect(try await fixture.client.update(.run(9), changes))
    #expect(try await fixture.client.state(of: .run(9)) == .kept)
    try await fixture.client.deliver()
    guard case .update(.run(9), _)? = fixture.server.requests.last else { return #expect(Bool(false)) }
    #expect(fixture.server.stored[.run(9)]?["score"] == 0.25)
  }

  @Test func `A change of a refused record sends its whole group again`() async throws {
    let fixture = try fixture()
    let records = [1, 2].map { ClientFixture.record($0, id: .run($0 + 10), group: .group(1)) }
    try await fixture.client.create(records)
    fixture.server.state.withLock { $0.poisoned = [.run(12)] }
    try await fixture.client.deliver()
    #expect(fixture.server.stored.isEmpty)
    fixture.server.state.withLock { $0.poisoned = [] }
    #expect(try await fixture.client.update(.run(12), changes))
    try await fixture.client.deliver()
    #expect(try await fixture.client.state(of: .run(12)) == .delivered)
    #expect(fixture.server.stored.count == 2)
  }

  @Test func `Feedback of others is changed and deleted at once, and only what is named is sent`()
    async throws
  {
    let fixture = try fixture(holding: [.run(7), .run(8)])
    #expect(try await !fixture.client.update(.run(7), changes))
    #expect(
      fixture.server.requests == [.update(id: .run(7), body: Array(#"{"score":0.25,"comment":null}"#.utf8))])
    #expect(try await !fixture.client.delete(.run(8)))
    #expect(fixture.server.stored.keys.elementsEqual([.run(7)]))
    #expect(try await fixture.client.counts() == OutboxCounts())
  }

  @Test func `Deleted before it was sent, nothing is ever sent`() async throws {
    let fixture = try fixture()
    try await fixture.client.create(ClientFixture.record(id: .run(9)))
    #expect(try await fixture.client.delete(.run(9)))
    try await fixture.client.deliver()
    #expect(fixture.server.requests.isEmpty)
    #expect(try await fixture.client.state(of: .run(9)) == nil)
  }

  @Test func `One record of a group can be deleted, and the others stay`() async throws {
    let fixture = try fixture()
    try await fixture.client.create(
      [1, 2].map { ClientFixture.record($0, id: .run($0 + 10), group: .group(1)) })
    try await fixture.client.deliver()
    try await fixture.client.delete(.run(11))
    try await fixture.client.deliver()
    #expect(fixture.server.stored.keys.elementsEqual([.run(12)]))
    #expect(try await fixture.client.state(of: .run(12)) == .delivered)
  }

  @Test func `Feedback is read as the server has it`() async throws {
    let fixture = try fixture(faults: [.status(503), .refuseConnection], holding: [.run(7)])
    let feedback = try await fixture.client.read(.run(7))
    #expect(feedback.json == ["id": .string(UUID.run(7).uuidString), "key": "k", "score": 1, "comment": "c"])
    #expect(fixture.server.requests.count == 3)
  }

  @Test func `What does not come off says why`() async throws {
    let faults: [FakeServer.Fault] = [
      .status(404), .answer(FeedbackAnswer(status: 422, body: Array(#"{"detail":"no"}"#.utf8))), .status(401),
      .status(500), .status(500),
    ]
    let fixture = try fixture(faults: faults)
    await #expect(throws: FeedbackServerError.notFound(.run(7))) { try await fixture.client.read(.run(7)) }
    await #expect(throws: FeedbackServerError.refused(reason: "422: no")) {
      try await fixture.client.update(.run(7), changes)
    }
    await #expect(throws: FeedbackServerError.self) { try await fixture.client.delete(.run(7)) }
    await #expect(throws: FeedbackServerError.unavailable(reason: "status 500")) {
      try await fixture.client.read(.run(7), stopAfterAttempt: 2)
    }
    #expect(fixture.server.requests.count == 5)
  }

  @Test func `A delete whose first answer was lost has worked`() async throws {
    let fixture = try fixture(faults: [.loseAnswer], holding: [.run(7)])
    try await fixture.client.delete(.run(7))
    #expect(fixture.server.stored.isEmpty)
  }

  @Test func `A login page is no feedback`() async throws {
    let page = FeedbackAnswer(status: 200, body: Array("<html>".utf8))
    let fixture = try fixture(faults: [.answer(page)])
    await #expect(throws: FeedbackServerError.self) {
      try await fixture.client.read(.run(7), stopAfterAttempt: 1)
    }
  }

  @Test func `What the server has is listed page by page, and a page that fails is asked for again`()
    async throws
  {
    let ids = (1...230).map { UUID.run($0) }
    let fixture = try fixture(faults: [.status(503), .refuseConnection], holding: ids)
    #expect(try await Set(fixture.client.list(FeedbackQuery()).all().map(\.id)) == Set(ids))
    #expect(fixture.server.lists.map(\.offset) == [0, 0, 0, 100, 200])
  }

  @Test func `A list that does not come off says why`() async throws {
    let page = FeedbackAnswer(status: 200, body: Array("<html>".utf8))
    let odd = FeedbackAnswer(status: 200, body: Array("[7]".utf8))
    let fixture = try fixture(faults: [.status(404), .status(401), .answer(page), .answer(odd)])
    let errors: [FeedbackServerError] = [
      .refused(reason: "it lists no feedback (404)"),
      .barred(
        reason: "the server does not accept the API key (401): check LANGSMITH_API_KEY and LANGSMITH_ENDPOINT"
      ),
      .unavailable(reason: "the answer does not come from LangSmith; is there a login page in between?"),
      .unavailable(reason: "the list holds what is no feedback record"),
    ]
    for error in errors {
      await #expect(throws: error) {
        try await fixture.client.list(FeedbackQuery(), stopAfterAttempt: 1).all()
      }
    }
  }
}
