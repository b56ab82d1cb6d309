import Foundation
import StrictJSON
import Synchronization
import Testing

@testable import FeedbackSubmission

@Suite struct RetractingTransportTests {
  private func client(_ server: FakeServer, _ file: TemporaryDatabase) throws -> FeedbackClient {
    var surroundings = FeedbackClient.Surroundings()
    surroundings.clock = server.clock
    surroundings.random = { 0.5 }
    return FeedbackClient(
      database: try file.open(schema: FeedbackOutboxFile.schema()), transport: RetractingTransport(server),
      surroundings: surroundings)
  }

  @Test("What is taken back stays, says so, and counts as deleted", arguments: [1, 10])
  func retracts(batchLimit: Int) async throws {
    let (server, file) = (FakeServer(batchLimit: batchLimit), try TemporaryDatabase())
    let client = try client(server, file)
    var record = ClientFixture.record(id: .run(9))
    record.comment = "c"
    try await client.create([record, ClientFixture.record(2, id: .run(8))])
    try await client.deliver()
    try await client.delete(.run(9))
    try await client.deliver()
    #expect(try await client.state(of: .run(9)) == .deleted)
    #expect(try await client.state(of: .run(8)) == .delivered)
    let stored = try #require(server.stored[.run(9)])
    #expect(stored["value"] == "retracted")
    for name in ["score", "comment", "correction"] { #expect(stored[name] == .null) }
    #expect(!server.requests.contains(.delete(id: .run(9))))
    // Once is enough.
    let count = server.requests.count
    try await client.deliver()
    #expect(server.requests.count == count)
  }

  @Test func `A retraction that is lost is sent again`() async throws {
    let (server, file) = (FakeServer(), try TemporaryDatabase())
    let client = try client(server, file)
    try await client.create(ClientFixture.record(id: .run(9)))
    try await client.deliver()
    server.state.withLock { $0.faults = [.loseRequest, .status(503), .loseAnswer] }
    try await client.delete(.run(9))
    try await client.deliver()
    #expect(try await client.state(of: .run(9)) == .deleted)
    #expect(server.stored[.run(9)]?["value"] == "retracted")
  }
}
