import Foundation
import GRDB
import Testing

@testable import FeedbackSubmission

@Suite struct OutboxLedgerTests {
  let fixture: SubmitterFixture
  let ledger = OutboxLedger(policy: SubmissionPolicy(), owner: .current)

  init() throws {
    fixture = try SubmitterFixture()
    try begin()
  }

  @Test func `Groups are claimed whole, up to a hundred records`() throws {
    for number in 1...40 { try fixture.set(.ranked([1, 0.5, 0], id: .group(number))) }
    let first = try claim()
    #expect(first.groups.count == 33)
    #expect(first.groups.allSatisfy { $0.records.count == 3 })
    let second = try claim()
    #expect(second.groups.count == 7)
    #expect(try claim().groups.isEmpty)
  }

  @Test func `A group larger than the limit is claimed all the same`() throws {
    try fixture.set(.ranked(Array(repeating: 0.5, count: 130)))
    #expect(try claim().groups.first?.records.count == 130)
  }

  @Test func `What was claimed comes due again when the lease is over`() throws {
    try fixture.set(.ranked([1, 0]))
    let lease = try claim()
    #expect(lease.nextDue == fixture.clock.now() + .seconds(90))
    fixture.clock.advance(to: fixture.clock.now() + .seconds(90))
    let again = try claim()
    #expect(again.groups.count == 1)
    #expect(
      try fixture.records().allSatisfy { $0.state.unsettled?.revision == 1 && $0.state.presence == .possible }
    )
  }

  @Test func `A result that comes after the lease has gone to another is dropped`() throws {
    try fixture.set(.ranked([1]))
    let late = try claim()
    fixture.clock.advance(to: fixture.clock.now() + .seconds(90))
    let current = try claim()
    try record(late, .answered(FeedbackAnswer(status: 422)))
    #expect(try fixture.counts().waiting == 1)
    try record(current, stored(current))
    #expect(try fixture.records()[0].state.phase == .verify)
  }

  @Test func `What a dead process had is free at once`() throws {
    try fixture.set(.ranked([1, 0]))
    #expect(try fixture.claimAndDie().groups.count == 1)
    #expect(try claim().groups.isEmpty)
    try begin()
    #expect(try claim().groups.count == 1)
  }

  @Test func `What a process elsewhere has is left to it until the lease is over`() throws {
    try fixture.set(.ranked([1, 0]))
    let stranger = OutboxLedger(policy: SubmissionPolicy(), owner: .stranger)
    let now = fixture.clock.now()
    _ = try fixture.database.write { try stranger.claim(token: UUID(), limit: 100, at: now, $0) }
    try begin()
    #expect(try claim().groups.isEmpty)
  }

  @Test func `An edit while it is sent goes out afterwards`() throws {
    try fixture.set(.ranked([1]))
    let lease = try claim()
    try fixture.set(.ranked([0]))
    try record(lease, stored(lease))
    let next = try claim()
    #expect(next.groups.first?.records.first?.attempt == Attempt(operation: .update, revision: 2))
    #expect(try !fixture.records()[0].state.isEditedInFlight)
  }

  @Test func `A record that joins its group while that is sent goes out afterwards`() throws {
    try fixture.set(.ranked([1]))
    let lease = try claim()
    try fixture.set(.ranked([1, 0]))
    try record(lease, stored(lease))
    #expect(try fixture.counts().waiting == 1)
    #expect(try claim().groups.first?.records.map(\.attempt) == [Attempt(operation: .create, revision: 1)])
  }

  @Test func `A record that leaves its group while that is sent is deleted afterwards`() throws {
    try fixture.set(.ranked([1, 0]))
    let lease = try claim()
    try fixture.set(.ranked([1]))
    try record(lease, stored(lease))
    let left = try fixture.records()[1].state
    #expect((left.desired, left.presence) == (.nothing, .possible))
    #expect(try fixture.counts().waiting == 1)
  }

  @Test func `An edit back to what was delivered needs no request`() throws {
    try fixture.set(.ranked([1]))
    let lease = try claim()
    try record(lease, stored(lease))
    try fixture.set(.ranked([0]))
    try fixture.set(.ranked([1]))
    #expect(try claim().groups.isEmpty)
    #expect(try fixture.counts().delivered == 1)
  }

  @Test func `An edit while it is sent, and back after that, needs no request either`() throws {
    try fixture.set(.ranked([1]))
    let lease = try claim()
    try fixture.set(.ranked([0]))
    try record(lease, stored(lease))
    try fixture.set(.ranked([1]))
    #expect(try claim().groups.isEmpty)
  }

  @Test func `Neighbors come to different ends`() throws {
    for number in 1...5 { try fixture.set(.ranked([1], id: .group(number))) }
    let lease = try claim()
    var results = lease.groups.map { result($0, .answered(FeedbackAnswer(status: 503))) }
    results[1] = result(lease.groups[1], .answered(FeedbackAnswer(status: 422)))
    results.remove(at: 3)
    _ = try fixture.database.write { try ledger.record(results.reversed(), $0) }
    #expect(try fixture.records().map(\.state.phase) == [.backoff, .dead, .backoff, .pending, .backoff])
    #expect(try fixture.counts() == counts(waiting: 4, dead: 1))
  }

  @Test func `An undo while it is sent deletes it afterwards`() throws {
    try fixture.set(.ranked([1]))
    let lease = try claim()
    try fixture.retract(.group(1))
    try record(lease, stored(lease))
    #expect(try claim().groups.first?.records.first?.attempt.operation == .delete)
  }

  @Test func `While one probes, the others wait`() throws {
    try fixture.set(.ranked([1, 0]), .ranked([1, 0], id: .group(2)))
    try fixture.database.write { db in
      var endpoint = try ledger.endpoint(db)
      endpoint.state.close(until: fixture.clock.now())
      try endpoint.save(db)
    }
    let probe = try claim()
    #expect(probe.admission == .probe)
    #expect(probe.groups.map(\.records.count) == [1])
    #expect(try claim().groups.isEmpty)
    try record(probe, stored(probe))
    #expect(try claim().groups.map(\.records.count) == [1, 2])
  }

  @Test func `After a start of the machine, old times mean nothing`() throws {
    try fixture.set(.ranked([1]))
    let lease = try claim()
    try record(lease, .answered(FeedbackAnswer(status: 503, retryAfter: .seconds(3000))))
    #expect(try claim().groups.isEmpty)
    try fixture.database.write { try $0.execute(sql: "UPDATE feedback_endpoint SET boot = 'another'") }
    try begin()
    #expect(try claim().groups.count == 1)
  }

  @Test func `What is known of the endpoint outlives the process`() throws {
    let state = EndpointState(
      failures: 3, trouble: "503", openings: 2, heldUntil: BootTime(milliseconds: 5),
      probeAt: BootTime(milliseconds: 6),
      isProbing: true, parked: "reason", refusals: 4, forbidden: .run(1), acceptsOthers: true)
    try fixture.database.write { try OutboxEndpoint(boot: "b", state: state).save($0) }
    #expect(try fixture.database.read { try OutboxEndpoint.fetch($0)?.state } == state)
  }

  @Test func `A process knows itself to be alive`() {
    #expect(!LeaseOwner.current.isGone)
    #expect(LeaseOwner(text: LeaseOwner.current.text) == .current)
    #expect(!LeaseOwner.current.start.isEmpty)
    #expect(LeaseOwner(boot: "before", namespace: "n", processID: 1, start: "1").isGone)
  }

  private func begin() throws {
    let now = fixture.clock.now()
    try fixture.database.write { try ledger.begin(at: now, $0) }
  }

  private func claim() throws -> Claim {
    let now = fixture.clock.now()
    return try fixture.database.write { try ledger.claim(token: UUID(), limit: 100, at: now, $0) }
  }

  private func record(_ claim: Claim, _ outcome: FeedbackOutcome) throws {
    let results = claim.groups.map { result($0, outcome) }
    _ = try fixture.database.write { try ledger.record(results, $0) }
  }

  private func result(_ group: ClaimedGroup, _ outcome: FeedbackOutcome) -> GroupResult {
    GroupResult(
      group: group,
      outcomes: group.records.map {
        RecordOutcome(record: $0, outcome: outcome, now: fixture.clock.now(), wallTime: 0, jitter: 0.5)
      })
  }

  private func counts(waiting: Int, dead: Int) -> OutboxCounts {
    var counts = OutboxCounts()
    counts.waiting = waiting
    counts.dead = dead
    return counts
  }

  /// The answer to the one create that was claimed.
  private func stored(_ claim: Claim) -> FeedbackOutcome {
    guard case .create(_, let body)? = claim.groups.first?.records.first?.operation else {
      return .notSent(reason: "no create was claimed")
    }
    return .answered(FeedbackAnswer(status: 200, body: body))
  }
}
