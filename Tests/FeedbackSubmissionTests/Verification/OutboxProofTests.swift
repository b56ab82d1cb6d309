import Foundation
import StrictJSON
import Synchronization
import Testing

@testable import FeedbackSubmission

@Suite struct OutboxProofTests {
  let fixture: SubmitterFixture

  init() throws {
    fixture = try SubmitterFixture()
  }

  func deliver() async throws { _ = try await fixture.submitter().drain() }

  /// As a reader of the whole server would find it.
  func verify() throws -> [GroupVerification] {
    let stored = fixture.server.stored
    let page = try fixture.database.read { try Outbox.verifiableGroups(in: .everything, in: $0) }
    return page.groups.map { group in
      GroupVerification(group) { record in stored[record.id].map(record.sighting) ?? .nothing }
    }
  }

  func note(_ verifications: [GroupVerification]) throws {
    try fixture.database.write { try Outbox.note(verifications, now: OutboxFixture.now, in: $0) }
  }

  func repair(_ verifications: [GroupVerification]) throws -> Int {
    try fixture.database.write { try Outbox.repair(verifications, now: OutboxFixture.now, in: $0) }
  }

  func tamper(_ index: Int, _ change: (inout JSONObject?) -> Void) throws {
    let id = try fixture.records()[index].id
    fixture.server.state.withLock { change(&$0.stored[id]) }
  }

  @Test func `A group found equal is verified until it changes`() async throws {
    try fixture.set(.ranked([1, 0]))
    try note(verify())
    #expect(try fixture.counts().verified == 0)
    try await deliver()
    try note(verify())
    #expect(try fixture.counts().verified == 1)
    try fixture.set(.ranked([1, 0]))
    #expect(try fixture.counts().verified == 1)
    try fixture.set(.ranked([0, 1]))
    #expect(try fixture.counts().verified == 0)
    try await deliver()
    #expect(try fixture.counts().verified == 0)
    #expect(try fixture.counts().delivered == 1)
  }

  @Test func `What changed while the server was read is not taken for verified`() async throws {
    try fixture.set(.ranked([1, 0]))
    try await deliver()
    let stale = try verify()
    try fixture.set(.ranked([0, 1]))
    try await deliver()
    try note(stale)
    #expect(try fixture.counts().verified == 0)
    #expect(try repair(stale) == 0)
  }

  @Test func `A later look that finds a fault takes the proof back`() async throws {
    try fixture.set(.ranked([1, 0]))
    try await deliver()
    try note(verify())
    try tamper(0) { $0 = nil }
    try note(verify())
    #expect(try fixture.counts().verified == 0)
  }

  @Test func `What was lost is sent again under its id`() async throws {
    try fixture.set(.ranked([1, 0]))
    try await deliver()
    let ids = Set(fixture.server.stored.keys)
    try tamper(1) { $0 = nil }
    #expect(try repair(verify()) == 1)
    #expect(try fixture.counts().waiting == 1)
    try await deliver()
    #expect(Set(fixture.server.stored.keys) == ids)
    #expect(try verify().allSatisfy(\.isEqual))
  }

  @Test func `What was changed is changed back, with one request`() async throws {
    try fixture.set(.ranked([1, 0], comment: "mine"))
    try await deliver()
    try tamper(0) { $0?["comment"] = "theirs" }
    let before = fixture.server.requests.count
    #expect(try repair(verify()) == 1)
    try await deliver()
    #expect(fixture.server.requests.count == before + 1)
    #expect(try verify().allSatisfy(\.isEqual))
  }

  @Test func `What no request can change is deleted and made anew`() async throws {
    try fixture.set(.ranked([1, 0]))
    try await deliver()
    let id = try fixture.records()[0].id
    try tamper(0) { $0?["feedback_group_id"] = "eeee0001-0000-4000-8000-000000000009" }
    #expect(try repair(verify()) == 1)
    try await deliver()
    #expect(fixture.server.stored[id] == nil)
    #expect(fixture.server.stored.count == 2)
    #expect(try verify().allSatisfy(\.isEqual))
  }

  @Test func `Another record under our id is left alone`() async throws {
    try fixture.set(.ranked([1, 0]))
    try await deliver()
    try tamper(0) { $0?["run_id"] = "aaaa0001-0000-4000-8000-000000000077" }
    #expect(try repair(verify()) == 0)
    #expect(try fixture.counts().delivered == 1)
  }

  @Test func `What was withdrawn and came back is deleted again`() async throws {
    try fixture.set(.ranked([1, 0]))
    try await deliver()
    let stored = fixture.server.stored
    try fixture.retract(.group(1))
    try await deliver()
    #expect(fixture.server.stored.isEmpty)
    fixture.server.state.withLock { $0.stored = stored }
    #expect(try verify().flatMap(\.findings).map(\.kind) == [.extra, .extra])
    #expect(try repair(verify()) == 2)
    try await deliver()
    #expect(fixture.server.stored.isEmpty)
    #expect(try fixture.counts() == OutboxCounts())
  }

  @Test func `A scope holds only the groups that have a record in it`() async throws {
    var records = FeedbackGroup.ranked([1, 0]).records
    records[0].comparativeExperimentID = .group(77)
    records[1].comparativeExperimentID = .group(77)
    try fixture.set(
      FeedbackGroup(id: .group(1), namespace: .group(1), records: records),
      FeedbackGroup(id: .group(2), namespace: .group(2), records: FeedbackGroup.ranked([1]).records))
    let ids = { (scope: VerificationScope) in
      try fixture.database.read { try Outbox.verifiableGroups(in: scope, in: $0).groups.map(\.id) }
    }
    #expect(try ids(.comparativeExperiment(.group(77))) == [.group(1)])
    #expect(try ids(.session(.group(77))) == [])
    #expect(try ids(.everything) == [.group(1), .group(2)])
  }
}
