import Foundation
import Synchronization
import Testing

@testable import FeedbackSubmission

@Suite struct OutboxRetryTests {
  let fixture: SubmitterFixture

  init() throws {
    fixture = try SubmitterFixture()
  }

  /// Delivers a group of two of which the second is refused.
  func refuse() async throws {
    try fixture.set(.ranked([1, 0]))
    let poisoned = try fixture.records()[1].id
    fixture.server.state.withLock { $0.poisoned = [poisoned] }
    _ = try await fixture.submitter().drain()
    #expect(try fixture.counts().dead == 1)
    #expect(fixture.server.stored.isEmpty)
  }

  func retry(_ groups: UUID...) throws -> [UUID] {
    try fixture.database.write { try Outbox.retry(groups, now: OutboxFixture.now, in: $0) }
  }

  @Test func `What was refused goes out again, with the siblings that were held back`() async throws {
    try await refuse()
    fixture.server.state.withLock { $0.poisoned = [] }
    #expect(try retry(.group(1)) == [.group(1)])
    #expect(try fixture.counts().waiting == 1)
    _ = try await fixture.submitter().drain()
    #expect(fixture.server.scores(ofGroup: .group(1)) == [.run(1): "1.0", .run(2): "0.0"])
    #expect(try fixture.counts().delivered == 1)
  }

  @Test func `Refused again and again, it can be retried again and again, and never goes half`() async throws
  {
    try await refuse()
    for _ in 1...3 {
      #expect(
        try fixture.database.write { try Outbox.retryDead(now: OutboxFixture.now, in: $0) } == [.group(1)])
      _ = try await fixture.submitter().drain()
      #expect(try fixture.counts().dead == 1)
      #expect(fixture.server.stored.isEmpty)
    }
  }

  @Test func `A deletion that was refused is tried again`() async throws {
    try fixture.set(.ranked([1]))
    _ = try await fixture.submitter().drain()
    try fixture.retract(.group(1))
    fixture.server.state.withLock { $0.faults = [.status(422)] }
    _ = try await fixture.submitter().drain()
    #expect(try fixture.counts().dead == 1)
    #expect(try retry(.group(1)) == [.group(1)])
    _ = try await fixture.submitter().drain()
    #expect(fixture.server.stored.isEmpty)
    #expect(try fixture.counts() == OutboxCounts())
  }

  @Test func `What was not refused stays as it is`() throws {
    try fixture.set(.ranked([1]))
    #expect(try retry(.group(1), .group(2)) == [])
    #expect(try fixture.records().map(\.state.desiredRevision) == [1])
  }
}
