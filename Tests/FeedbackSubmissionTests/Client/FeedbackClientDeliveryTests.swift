import Foundation
import Testing

@testable import FeedbackSubmission

@Suite struct FeedbackClientDeliveryTests {
  @Test(arguments: [1, 3, 12])
  func `A call gives up after so many attempts in a row, and the record stays`(attempts: Int) async throws {
    let fixture = try ClientFixture(server: FakeServer { _ in .status(500) })
    let receipt = try await fixture.client.create(ClientFixture.record())
    let progress = try await fixture.client.deliver(stopAfterAttempt: attempts)
    #expect(fixture.server.requests.count == attempts)
    #expect(progress.counts.waiting == 1)
    #expect(progress.condition == .waiting(reason: "status 500"))
    #expect(try await fixture.client.state(of: receipt.id) == .kept)
  }

  @Test func `What was given up goes out with the next call, without a wait`() async throws {
    let fixture = try ClientFixture(server: FakeServer(faults: [.status(503), .status(503)]))
    let receipt = try await fixture.client.create(ClientFixture.record())
    try await fixture.client.deliver(stopAfterAttempt: 2)
    let before = fixture.server.clock.now()
    try await fixture.client.deliver(stopAfterAttempt: 2)
    #expect(try await fixture.client.state(of: receipt.id) == .delivered)
    #expect(fixture.server.clock.now() == before)
    #expect(fixture.server.stored.count == 1)
  }

  @Test func `Failures of a few records do not stop the rest`() async throws {
    let bad: Set<UUID> = [.run(3), .run(40)]
    let server = FakeServer { operation in
      if case .create(let id, _) = operation, bad.contains(id) { .status(500) } else { nil }
    }
    let fixture = try ClientFixture(server: server)
    try await fixture.client.create((1...60).map { ClientFixture.record($0, id: .run($0)) })
    let progress = try await fixture.client.deliver(stopAfterAttempt: 4)
    #expect(progress.counts.delivered == 58)
    #expect(progress.counts.waiting == 2)
  }

  @Test func `A server that needs a person ends the call at once`() async throws {
    let fixture = try ClientFixture(server: FakeServer { _ in .status(401) })
    try await fixture.client.create(ClientFixture.record())
    let progress = try await fixture.client.deliver()
    guard case .parked = progress.condition else { return #expect(Bool(false)) }
    #expect(fixture.server.requests.count == 1)
  }

  @Test func `In the background, what is created while it runs is delivered`() async throws {
    let fixture = try ClientFixture()
    let client = fixture.client
    let delivery = Task { await client.run() }
    let receipt = try await client.create(ClientFixture.record())
    while try await client.state(of: receipt.id) != .delivered { await Task.yield() }
    delivery.cancel()
    await delivery.value
  }

  @Test func `A call that is cancelled leaves the record where it is`() async throws {
    let fixture = try ClientFixture(server: FakeServer { _ in .status(500) })
    let client = fixture.client
    let receipt = try await client.create(ClientFixture.record())
    let delivery = Task { try await client.deliver(stopAfterAttempt: nil) }
    while fixture.server.requests.isEmpty { await Task.yield() }
    delivery.cancel()
    _ = try await delivery.value
    #expect(try await client.state(of: receipt.id) == .kept)
  }
}
