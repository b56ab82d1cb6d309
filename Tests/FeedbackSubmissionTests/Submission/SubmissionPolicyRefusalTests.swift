import Foundation
import Testing

@testable import FeedbackSubmission

@Suite struct SubmissionPolicyRefusalTests {
  private typealias Fixture = PolicyFixture
  private let fixture = PolicyFixture()

  // MARK: Refused

  @Test func `A refused record is dead with the server's words`() {
    let (record, endpoint) = fixture.apply(.refused(reason: "422: too big"), to: Fixture.untouched)
    #expect(record.phase == .dead)
    #expect(record.reason == "422: too big")
    #expect(endpoint.refusals == 1)
    #expect(endpoint.admission(at: Fixture.now) == .open)
  }

  @Test func `A refusal of what was replaced meanwhile is no refusal`() {
    let state = RecordState(desiredRevision: 2, isEditedInFlight: true)
    let (record, _) = fixture.apply(
      .refused(reason: "422"), to: state, attempt: Attempt(operation: .create, revision: 1))
    #expect(record == RecordState(desiredRevision: 2))
  }

  @Test func `The twenty-first refusal in a row stops everything and costs no record`() {
    let (record, endpoint) = fixture.apply(
      .refused(reason: "422"), to: Fixture.untouched, EndpointState(refusals: 20))
    #expect(record.phase == .pending)
    #expect(endpoint.parked?.contains("20 records in a row") == true)
  }

  @Test func `A server that cannot be read is taken at its word`() {
    let state = RecordState(acknowledgedRevision: 1, presence: .present, phase: .verify, isUnproven: true)
    let (record, _) = fixture.apply(.refused(reason: "status 405"), to: state)
    #expect(record.phase == .synced)
  }

  @Test func `Too large is refused, unless the server names a time`() {
    #expect(fixture.apply(.tooLarge(retryAfter: nil), to: Fixture.untouched).record.phase == .dead)
    let (record, endpoint) = fixture.apply(
      .tooLarge(retryAfter: .seconds(5)), to: Fixture.untouched, jitter: 0)
    #expect(record.phase == .pending)
    #expect(endpoint.admission(at: Fixture.now) == .closed(until: Fixture.now + .seconds(5)))
  }

  @Test func `An unknown run is waited for, for a day`() {
    let (first, _) = fixture.apply(.missing, to: Fixture.untouched, wallTime: 0)
    #expect(first.phase == .backoff)
    #expect(first.missingSince == 0)
    let day: Int64 = 24 * 3600 * 1_000_000
    var often = first
    often.failures = 10
    #expect(fixture.apply(.missing, to: often, wallTime: day).record.phase == .backoff)
    #expect(fixture.apply(.missing, to: often, wallTime: day + 1).record.phase == .dead)
  }

  @Test func `A jump of the clock makes no record's run unknown for a day`() {
    let (first, _) = fixture.apply(.missing, to: Fixture.untouched, wallTime: 0)
    let years: Int64 = 10 * 366 * 24 * 3600 * 1_000_000
    #expect(fixture.apply(.missing, to: first, wallTime: years).record.phase == .backoff)
  }

  @Test func `An update of what is not there becomes a create`() {
    let (record, _) = fixture.apply(.missing, to: Fixture.stored)
    #expect(record.nextAttempt == Attempt(operation: .create, revision: 2))
  }

  // MARK: The endpoint

  @Test func `What needs a person parks the endpoint and leaves the record alone`() {
    let (record, endpoint) = fixture.apply(.barred(reason: "401"), to: Fixture.untouched)
    #expect(record == Fixture.untouched)
    #expect(endpoint.parked == "401")
    #expect(
      endpoint.admission(at: Fixture.now + .seconds(899)) == .closed(until: Fixture.now + .seconds(900)))
    #expect(endpoint.admission(at: Fixture.now + .seconds(900)) == .probe)
  }

  @Test func `A forbidden record waits until another one was asked about`() {
    let (record, endpoint) = fixture.apply(.forbidden(reason: "403"), to: Fixture.untouched)
    #expect(record.phase == .backoff)
    #expect(endpoint.admission(at: Fixture.now) == .open)
    let (_, parked) = fixture.apply(.forbidden(reason: "403"), to: Fixture.untouched, endpoint, id: .run(2))
    #expect(parked.parked?.contains("403") == true)
  }

  @Test func `A second forbidden record does not park a server that accepts others`() {
    let (_, endpoint) = fixture.apply(.forbidden(reason: "403"), to: Fixture.untouched)
    let (_, accepting) = fixture.apply(.stored, to: Fixture.untouched, endpoint, id: .run(2))
    let (record, after) = fixture.apply(
      .forbidden(reason: "403"), to: Fixture.untouched, accepting, id: .run(3))
    #expect(record.phase == .backoff)
    #expect(after.parked == nil)
    #expect(after.forbidden == .run(1))
  }

  @Test func `A forbidden record that is alone is told of after five times, and holds nobody up`() {
    var (record, endpoint) = fixture.apply(.forbidden(reason: "403"), to: Fixture.untouched)
    for _ in 2...4 {
      (record, endpoint) = fixture.apply(.forbidden(reason: "403"), to: record, endpoint)
      #expect(endpoint.admission(at: Fixture.now) == .open)
      #expect(endpoint.parked == nil)
    }
    (record, endpoint) = fixture.apply(.forbidden(reason: "403"), to: record, endpoint)
    #expect(record.phase == .backoff)
    #expect(endpoint.parked?.contains("403") == true)
    #expect(endpoint.admission(at: Fixture.now) == .probe)
    let (_, after) = fixture.apply(.stored, to: Fixture.untouched, endpoint, id: .run(2))
    #expect(after.parked == nil)
    #expect(fixture.apply(.forbidden(reason: "403"), to: record, after).record.phase == .dead)
  }

  @Test func `Which record is forbidden is known in the next delivery, and who was taken before is not`() {
    var (record, endpoint) = fixture.apply(.forbidden(reason: "403"), to: Fixture.untouched)
    endpoint.acceptsOthers = true
    endpoint.restart()
    (record, endpoint) = fixture.apply(.forbidden(reason: "403"), to: record, endpoint)
    #expect(record.phase == .backoff)
    let (_, accepting) = fixture.apply(.stored, to: Fixture.untouched, endpoint, id: .run(2))
    #expect(fixture.apply(.forbidden(reason: "403"), to: record, accepting).record.phase == .dead)
  }

  @Test func `A forbidden record that probed leaves the next probe to another one`() {
    var probing = EndpointState(probeAt: Fixture.now)
    probing.startProbe(until: Fixture.later)
    let (_, endpoint) = fixture.apply(.forbidden(reason: "403"), to: Fixture.untouched, probing)
    #expect(endpoint.admission(at: Fixture.now) == .probe)
    #expect(!endpoint.isProbing)
  }

  @Test func `A record that alone is forbidden is dead`() {
    let (record, endpoint) = fixture.apply(.forbidden(reason: "403"), to: Fixture.untouched)
    let (_, accepting) = fixture.apply(.stored, to: Fixture.untouched, endpoint, id: .run(2))
    #expect(fixture.apply(.forbidden(reason: "403"), to: record, accepting).record.phase == .dead)
  }

  @Test func `A server that asks for a pause gets it, everywhere`() {
    let (record, endpoint) = fixture.apply(
      .overloaded(retryAfter: .seconds(7)), to: Fixture.untouched, jitter: 0.5)
    #expect(record == Fixture.untouched)
    #expect(endpoint.admission(at: Fixture.now) == .closed(until: Fixture.now + .milliseconds(7500)))
  }

  private static let pauses: [(Duration?, Duration)] = [
    (nil, .seconds(60)), (.seconds(-5), .zero), (.seconds(86_400), .seconds(3600)), (.zero, .zero),
  ]

  @Test("Odd pauses are brought into bounds", arguments: pauses)
  func holds(asked: Duration?, kept: Duration) {
    let (_, endpoint) = fixture.apply(.overloaded(retryAfter: asked), to: Fixture.untouched, jitter: 0)
    #expect(endpoint.heldUntil == Fixture.now + kept)
  }

  @Test func `A failure with a pause holds the endpoint and the record`() {
    let (record, endpoint) = fixture.apply(
      .unavailable(reason: "503", retryAfter: .seconds(9)), to: Fixture.untouched, jitter: 0)
    #expect(record.phase == .backoff)
    #expect(record.presence == .possible)
    #expect(endpoint.heldUntil == Fixture.now + .seconds(9))
  }

  private static let windows: [(Duration, Duration)] = [
    (.zero, .seconds(60)), (.seconds(55), .seconds(5)), (.seconds(70), .zero),
  ]

  @Test("Without a word from the server it is left alone till its minute is over", arguments: windows)
  func window(age: Duration, pause: Duration) {
    let endpoint = EndpointState(windowStart: Fixture.now + (.zero - age))
    let (_, held) = fixture.apply(.overloaded(retryAfter: nil), to: Fixture.untouched, endpoint, jitter: 0)
    #expect(held.heldUntil == Fixture.now + pause)
  }
}
