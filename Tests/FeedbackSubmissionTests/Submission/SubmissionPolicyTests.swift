import Foundation
import Testing

@testable import FeedbackSubmission

@Suite struct SubmissionPolicyTests {
  private let policy = SubmissionPolicy()
  private static let now = BootTime(milliseconds: 1_000_000)
  private static let untouched = RecordState()
  private static let sent = RecordState(presence: .possible, phase: .backoff, failures: 1)
  private static let stored = RecordState(
    desiredRevision: 2, acknowledgedRevision: 1, presence: .present, phase: .pending)
  private static let withdrawn = RecordState(
    desired: .nothing, desiredRevision: 2, acknowledgedRevision: 1, presence: .deleted, phase: .pending)

  // MARK: What is tried

  @Test func `What is tried follows from desired and known`() {
    #expect(Self.untouched.nextAttempt == Attempt(operation: .create, revision: 1))
    #expect(Self.sent.nextAttempt == Attempt(operation: .create, revision: 1))
    #expect(Self.stored.nextAttempt == Attempt(operation: .update, revision: 2))
    #expect(Self.withdrawn.nextAttempt == Attempt(operation: .delete, revision: 2))
    #expect(RecordState(phase: .verify).nextAttempt == Attempt(operation: .read, revision: 1))
    #expect(RecordState(phase: .synced).nextAttempt == nil)
    #expect(RecordState(phase: .dead).nextAttempt == nil)
  }

  // MARK: Forward

  @Test func `A create that is answered is delivered`() {
    let (record, endpoint) = apply(.stored, to: Self.untouched)
    #expect(record == RecordState(acknowledgedRevision: 1, presence: .present, phase: .synced))
    #expect(endpoint == EndpointState(acceptsOthers: true))
  }

  @Test func `A success ends the series of failures`() {
    let (record, endpoint) = apply(.stored, to: Self.sent, EndpointState(failures: 3, refusals: 4))
    #expect(record.failures == 0)
    #expect(endpoint.failures == 0)
    #expect(endpoint.refusals == 0)
  }

  @Test func `A record that was edited meanwhile goes on with the new revision`() {
    var state = Self.untouched
    state.want(isAcknowledged: false, isLeased: true)
    let (record, _) = apply(.stored, to: state, attempt: Attempt(operation: .create, revision: 1))
    #expect(record.phase == .pending)
    #expect(!record.isEditedInFlight)
    #expect(record.nextAttempt == Attempt(operation: .update, revision: 2))
  }

  private static let later = now + .seconds(20)

  @Test func `After an unclear attempt of the same revision it is read back at once`() {
    let (record, _) = apply(.stored, to: unsettled(Self.sent, revision: 1))
    #expect(record.phase == .verify)
    #expect(record.due == Self.now)
  }

  @Test func `After an unclear attempt of another revision it is read back when that can no longer arrive`() {
    let (record, _) = apply(.stored, to: unsettled(Self.stored, revision: 1))
    #expect(record.phase == .verify)
    #expect(record.due == Self.later)
  }

  @Test func `What can no longer arrive is forgotten`() {
    var state = unsettled(Self.stored, revision: 1)
    state.unsettled?.until = Self.now
    let (record, _) = apply(.stored, to: state)
    #expect(record.unsettled == nil)
    #expect(record.due == Self.now)
  }

  @Test func `A read that finds what is desired proves it`() {
    var state = unsettled(Self.stored, revision: 2)
    state.become(.verify)
    let (record, _) = apply(.stored, to: state)
    #expect(record.phase == .synced)
    #expect(!record.isUnproven)
    #expect(record.acknowledgedRevision == 2)
  }

  @Test func `A read too early to prove it is followed by another`() {
    var state = unsettled(Self.stored, revision: 1)
    state.become(.verify)
    let (record, _) = apply(.stored, to: state)
    #expect(record.phase == .verify)
    #expect(record.due == Self.later)
  }

  @Test func `A read that finds something else is followed by an update`() {
    let state = RecordState(presence: .possible, phase: .verify)
    let (record, _) = apply(.different, to: state)
    #expect(record.nextAttempt == Attempt(operation: .update, revision: 1))
    #expect(record.due == .distantPast)
  }

  @Test func `A record that never comes out right is corrected ever more slowly`() {
    let state = RecordState(presence: .possible, phase: .verify, failures: 4)
    let (record, _) = apply(.different, to: state, jitter: 0.5)
    #expect(record.phase == .backoff)
    #expect(record.due == Self.now + .seconds(8))
  }

  @Test func `A read that finds nothing is followed by a create`() {
    let state = RecordState(desiredRevision: 2, acknowledgedRevision: 2, presence: .present, phase: .verify)
    let (record, _) = apply(.missing, to: state)
    #expect(record.nextAttempt == Attempt(operation: .create, revision: 2))
    #expect(record.acknowledgedRevision == 0)
  }

  @Test func `A read that finds a record about something else is for a person`() {
    let (record, _) = apply(.foreign, to: RecordState(presence: .possible, phase: .verify))
    #expect(record.phase == .dead)
  }

  @Test func `A delete is read back`() {
    let (record, _) = apply(.deleted, to: Self.withdrawn)
    #expect(record.phase == .verify)
    #expect(record.due == Self.now)
    let (gone, _) = apply(.missing, to: record)
    #expect(gone.phase == .synced)
    let (back, _) = apply(.different, to: record)
    #expect(back.nextAttempt?.operation == .delete)
  }

  @Test func `Deleting what is not there is done`() {
    let (record, _) = apply(.missing, to: Self.withdrawn)
    #expect(record.phase == .synced)
  }

  @Test func `A delete after an unclear create is read back when the create can no longer arrive`() {
    let (record, _) = apply(.missing, to: unsettled(Self.withdrawn, revision: 1))
    #expect(record.phase == .verify)
    #expect(record.due == Self.later)
  }

  @Test("Taken without proof, and conflicts, are read back", arguments: [Reading.unproven, .conflict])
  func readBack(reading: Reading) {
    let (record, _) = apply(reading, to: Self.untouched)
    #expect(record.phase == .verify)
    #expect(record.acknowledgedRevision == 0)
    #expect(record.presence == .possible)
  }

  // MARK: Refused

  @Test func `A refused record is dead with the server's words`() {
    let (record, endpoint) = apply(.refused(reason: "422: too big"), to: Self.untouched)
    #expect(record.phase == .dead)
    #expect(record.reason == "422: too big")
    #expect(endpoint.refusals == 1)
    #expect(endpoint.admission(at: Self.now) == .open)
  }

  @Test func `A refusal of what was replaced meanwhile is no refusal`() {
    let state = RecordState(desiredRevision: 2, isEditedInFlight: true)
    let (record, _) = apply(
      .refused(reason: "422"), to: state, attempt: Attempt(operation: .create, revision: 1))
    #expect(record == RecordState(desiredRevision: 2))
  }

  @Test func `The twenty-first refusal in a row stops everything and costs no record`() {
    let (record, endpoint) = apply(.refused(reason: "422"), to: Self.untouched, EndpointState(refusals: 20))
    #expect(record.phase == .pending)
    #expect(endpoint.parked?.contains("20 records in a row") == true)
  }

  @Test func `A server that cannot be read is taken at its word`() {
    let state = RecordState(acknowledgedRevision: 1, presence: .present, phase: .verify, isUnproven: true)
    let (record, _) = apply(.refused(reason: "status 405"), to: state)
    #expect(record.phase == .synced)
  }

  @Test func `Too large is refused, unless the server names a time`() {
    #expect(apply(.tooLarge(retryAfter: nil), to: Self.untouched).record.phase == .dead)
    let (record, endpoint) = apply(.tooLarge(retryAfter: .seconds(5)), to: Self.untouched, jitter: 0)
    #expect(record.phase == .pending)
    #expect(endpoint.admission(at: Self.now) == .closed(until: Self.now + .seconds(5)))
  }

  @Test func `An unknown run is waited for, for a day`() {
    let (first, _) = apply(.missing, to: Self.untouched, wallTime: 0)
    #expect(first.phase == .backoff)
    #expect(first.missingSince == 0)
    let day: Int64 = 24 * 3600 * 1_000_000
    #expect(apply(.missing, to: first, wallTime: day).record.phase == .backoff)
    #expect(apply(.missing, to: first, wallTime: day + 1).record.phase == .dead)
  }

  @Test func `An update of what is not there becomes a create`() {
    let (record, _) = apply(.missing, to: Self.stored)
    #expect(record.nextAttempt == Attempt(operation: .create, revision: 2))
  }

  // MARK: The endpoint

  @Test func `What needs a person parks the endpoint and leaves the record alone`() {
    let (record, endpoint) = apply(.barred(reason: "401"), to: Self.untouched)
    #expect(record == Self.untouched)
    #expect(endpoint.parked == "401")
    #expect(endpoint.admission(at: Self.now + .seconds(899)) == .closed(until: Self.now + .seconds(900)))
    #expect(endpoint.admission(at: Self.now + .seconds(900)) == .probe)
  }

  @Test func `A forbidden record waits until another one was asked about`() {
    let (record, endpoint) = apply(.forbidden(reason: "403"), to: Self.untouched)
    #expect(record.phase == .backoff)
    #expect(endpoint.admission(at: Self.now) == .open)
    let (_, parked) = apply(.forbidden(reason: "403"), to: Self.untouched, endpoint, id: .run(2))
    #expect(parked.parked?.contains("403") == true)
  }

  @Test func `A record that alone is forbidden is dead`() {
    let (record, endpoint) = apply(.forbidden(reason: "403"), to: Self.untouched)
    let (_, accepting) = apply(.stored, to: Self.untouched, endpoint, id: .run(2))
    #expect(apply(.forbidden(reason: "403"), to: record, accepting).record.phase == .dead)
  }

  @Test func `A server that asks for a pause gets it, everywhere`() {
    let (record, endpoint) = apply(.overloaded(retryAfter: .seconds(7)), to: Self.untouched, jitter: 0.5)
    #expect(record == Self.untouched)
    #expect(endpoint.admission(at: Self.now) == .closed(until: Self.now + .milliseconds(7500)))
  }

  private static let pauses: [(Duration?, Duration)] = [
    (nil, .seconds(60)), (.seconds(-5), .zero), (.seconds(86_400), .seconds(3600)), (.zero, .zero),
  ]

  @Test("Odd pauses are brought into bounds", arguments: pauses)
  func holds(asked: Duration?, kept: Duration) {
    let (_, endpoint) = apply(.overloaded(retryAfter: asked), to: Self.untouched, jitter: 0)
    #expect(endpoint.heldUntil == Self.now + kept)
  }

  @Test func `A failure with a pause holds the endpoint and the record`() {
    let (record, endpoint) = apply(
      .unavailable(reason: "503", retryAfter: .seconds(9)), to: Self.untouched, jitter: 0)
    #expect(record.phase == .backoff)
    #expect(record.presence == .possible)
    #expect(endpoint.heldUntil == Self.now + .seconds(9))
  }

  // MARK: No clean answer

  @Test func `What was not sent is tried again and can still be forgotten`() {
    var (record, _) = apply(.notSent(reason: "refused"), to: Self.untouched, jitter: 0.5)
    #expect(record.phase == .backoff)
    #expect(record.due == Self.now + .milliseconds(500))
    let isForgotten = record.withdraw(isLeased: false)
    #expect(isForgotten)
  }

  @Test(
    "What is unclear is tried again under the same id and kept in mind",
    arguments: [Reading.ambiguous(reason: "reset"), .suspect])
  func doubt(reading: Reading) {
    let (record, endpoint) = apply(reading, to: Self.untouched)
    #expect(record.nextAttempt == Attempt(operation: .create, revision: 1))
    #expect(record.unsettled == .init(revision: 1, until: Self.now + .seconds(60)))
    #expect(record.isUnproven)
    #expect(record.presence == .possible)
    #expect(endpoint.failures == 1)
  }

  @Test func `An unclear read leaves the record to be read`() {
    let (record, _) = apply(.ambiguous(reason: "reset"), to: RecordState(presence: .possible, phase: .verify))
    #expect(record.phase == .verify)
    #expect(record.unsettled == nil)
    #expect(record.failures == 1)
  }

  @Test func `Two unclear attempts of two revisions leave both open`() {
    let (record, _) = apply(.ambiguous(reason: "reset"), to: unsettled(Self.stored, revision: 1))
    #expect(record.unsettled == .init(revision: 0, until: Self.now + .seconds(60)))
  }

  @Test func `What a gateway gave up on may still be carried out, but needs no proof`() {
    let (record, _) = apply(.unavailable(reason: "504", retryAfter: nil), to: Self.untouched)
    #expect(record.unsettled == .init(revision: 1, until: Self.now + .seconds(60)))
    #expect(apply(.stored, to: record).record.phase == .synced)
  }

  @Test func `Work that its sender left behind may have been done`() {
    var state = Self.untouched
    state.abandon(at: Self.now, settlingTime: .seconds(60))
    #expect(state.presence == .possible)
    #expect(state.isUnproven)
    #expect(state.unsettled == .init(revision: 1, until: Self.now + .seconds(60)))
    state = RecordState(desiredRevision: 3, isEditedInFlight: true)
    state.abandon(at: Self.now, settlingTime: .seconds(60))
    #expect(state.unsettled?.revision == 0)
  }

  private func unsettled(_ state: RecordState, revision: Int) -> RecordState {
    var state = state
    state.unsettled = .init(revision: revision, until: Self.later)
    state.isUnproven = true
    return state
  }

  // MARK: Pauses

  private static let growth: [(Int, Int)] = [
    (1, 1), (2, 2), (3, 4), (8, 128), (9, 256), (10, 300), (64, 300), (1000, 300),
  ]

  @Test("Pauses double up to five minutes", arguments: growth)
  func pause(failures: Int, seconds: Int) {
    #expect(policy.pause(afterFailures: failures, jitter: 1) == .seconds(seconds))
    #expect(policy.pause(afterFailures: failures, jitter: 0) == .zero)
  }

  private func apply(
    _ reading: Reading, to state: RecordState, _ endpoint: EndpointState = EndpointState(),
    id: UUID = .run(1),
    attempt: Attempt? = nil, wallTime: Int64 = 0, jitter: Double = 1
  ) -> (record: RecordState, endpoint: EndpointState) {
    var (record, endpoint) = (state, endpoint)
    let step = Step(
      id: id, attempt: attempt ?? state.nextAttempt ?? Attempt(operation: .create, revision: 1),
      reading: reading,
      now: Self.now, wallTime: wallTime, jitter: jitter)
    policy.apply(step, to: &record, endpoint: &endpoint)
    return (record, endpoint)
  }
}
