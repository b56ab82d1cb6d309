import Foundation
import Testing

@testable import FeedbackSubmission

@Suite struct SubmissionPolicyTests {
  private typealias Fixture = PolicyFixture
  private let fixture = PolicyFixture()

  // MARK: What is tried

  @Test func `What is tried follows from desired and known`() {
    #expect(Fixture.untouched.nextAttempt == Attempt(operation: .create, revision: 1))
    #expect(Fixture.sent.nextAttempt == Attempt(operation: .create, revision: 1))
    #expect(Fixture.stored.nextAttempt == Attempt(operation: .update, revision: 2))
    #expect(Fixture.withdrawn.nextAttempt == Attempt(operation: .delete, revision: 2))
    #expect(RecordState(phase: .verify).nextAttempt == Attempt(operation: .read, revision: 1))
    #expect(RecordState(phase: .synced).nextAttempt == nil)
    #expect(RecordState(phase: .dead).nextAttempt == nil)
  }

  // MARK: Forward

  @Test func `A create that is answered is delivered`() {
    let (record, endpoint) = fixture.apply(.stored, to: Fixture.untouched)
    #expect(record == RecordState(acknowledgedRevision: 1, presence: .present, phase: .synced))
    #expect(endpoint == EndpointState(acceptsOthers: true))
  }

  @Test func `A success ends the series of failures`() {
    let (record, endpoint) = fixture.apply(.stored, to: Fixture.sent, EndpointState(failures: 3, refusals: 4))
    #expect(record.failures == 0)
    #expect(endpoint.failures == 0)
    #expect(endpoint.refusals == 0)
  }

  @Test func `A record that was edited meanwhile goes on with the new revision`() {
    var state = Fixture.untouched
    state.want(isAcknowledged: false, isLeased: true)
    let (record, _) = fixture.apply(.stored, to: state, attempt: Attempt(operation: .create, revision: 1))
    #expect(record.phase == .pending)
    #expect(!record.isEditedInFlight)
    #expect(record.nextAttempt == Attempt(operation: .update, revision: 2))
  }

  @Test func `After an unclear attempt of the same revision it is read back at once`() {
    let (record, _) = fixture.apply(.stored, to: fixture.unsettled(Fixture.sent, revision: 1))
    #expect(record.phase == .verify)
    #expect(record.due == Fixture.now)
  }

  @Test func `After an unclear attempt of another revision it is read back when that can no longer arrive`() {
    let (record, _) = fixture.apply(.stored, to: fixture.unsettled(Fixture.stored, revision: 1))
    #expect(record.phase == .verify)
    #expect(record.due == Fixture.later)
  }

  @Test func `What can no longer arrive is forgotten`() {
    var state = fixture.unsettled(Fixture.stored, revision: 1)
    state.unsettled?.until = Fixture.now
    let (record, _) = fixture.apply(.stored, to: state)
    #expect(record.unsettled == nil)
    #expect(record.due == Fixture.now)
  }

  @Test func `A read that finds what is desired proves it`() {
    var state = fixture.unsettled(Fixture.stored, revision: 2)
    state.become(.verify)
    let (record, _) = fixture.apply(.stored, to: state)
    #expect(record.phase == .synced)
    #expect(!record.isUnproven)
    #expect(record.acknowledgedRevision == 2)
  }

  @Test func `A read too early to prove it is followed by another`() {
    var state = fixture.unsettled(Fixture.stored, revision: 1)
    state.become(.verify)
    let (record, _) = fixture.apply(.stored, to: state)
    #expect(record.phase == .verify)
    #expect(record.due == Fixture.later)
  }

  @Test func `A read that finds something else is followed by an update`() {
    let state = RecordState(presence: .possible, phase: .verify)
    let (record, _) = fixture.apply(.different, to: state)
    #expect(record.nextAttempt == Attempt(operation: .update, revision: 1))
    #expect(record.due == .distantPast)
  }

  @Test func `A record that never comes out right is corrected ever more slowly`() {
    let state = RecordState(presence: .possible, phase: .verify, failures: 4)
    let (record, _) = fixture.apply(.different, to: state, jitter: 0.5)
    #expect(record.phase == .backoff)
    #expect(record.due == Fixture.now + .seconds(8))
  }

  @Test func `A read that finds nothing is followed by a create`() {
    let state = RecordState(desiredRevision: 2, acknowledgedRevision: 2, presence: .present, phase: .verify)
    let (record, _) = fixture.apply(.missing, to: state)
    #expect(record.nextAttempt == Attempt(operation: .create, revision: 2))
    #expect(record.acknowledgedRevision == 0)
  }

  @Test func `A read that finds a record about something else is for a person`() {
    let (record, _) = fixture.apply(.foreign, to: RecordState(presence: .possible, phase: .verify))
    #expect(record.phase == .dead)
  }

  @Test func `A delete is read back`() {
    let (record, _) = fixture.apply(.deleted, to: Fixture.withdrawn)
    #expect(record.phase == .verify)
    #expect(record.due == Fixture.now)
    let (gone, _) = fixture.apply(.missing, to: record)
    #expect(gone.phase == .synced)
    let (back, _) = fixture.apply(.different, to: record)
    #expect(back.nextAttempt?.operation == .delete)
  }

  @Test func `Deleting what is not there is done`() {
    let (record, _) = fixture.apply(.missing, to: Fixture.withdrawn)
    #expect(record.phase == .synced)
  }

  @Test func `A delete after an unclear create is read back when the create can no longer arrive`() {
    let (record, _) = fixture.apply(.missing, to: fixture.unsettled(Fixture.withdrawn, revision: 1))
    #expect(record.phase == .verify)
    #expect(record.due == Fixture.later)
  }

  @Test("Taken without proof, and conflicts, are read back", arguments: [Reading.unproven, .conflict])
  func readBack(reading: Reading) {
    let (record, _) = fixture.apply(reading, to: Fixture.untouched)
    #expect(record.phase == .verify)
    #expect(record.presence == .possible)
    #expect(record.due == Fixture.now + (reading == .unproven ? .milliseconds(200) : .zero))
  }

  @Test func `What was taken in is looked for at growing intervals, and then sent again`() {
    var (record, _) = fixture.apply(.unproven, to: Fixture.untouched)
    for _ in 1...6 { (record, _) = fixture.apply(.missing, to: record) }
    #expect(record.nextAttempt?.operation == .read)
    (record, _) = fixture.apply(.missing, to: record)
    #expect(record.nextAttempt?.operation == .create)
    #expect(record.acknowledgedRevision == 0)
  }

  @Test func `What was taken in may be stored after an undo, which is therefore looked after`() {
    var (record, _) = fixture.apply(.unproven, to: Fixture.untouched)
    _ = record.withdraw(isLeased: false)
    (record, _) = fixture.apply(.missing, to: record)
    #expect(record.phase == .verify)
    #expect(record.due == Fixture.now + .seconds(60))
  }

  @Test func `A conflict about a body that was not the first proves nothing`() {
    let (record, _) = fixture.apply(.conflict, to: RecordState(desiredRevision: 2, presence: .possible))
    #expect(record.phase == .verify)
    #expect(record.acknowledgedRevision == 0)
  }

  // MARK: No clean answer

  @Test func `Bad luck with a server that serves others is no reason to wait long`() {
    var record = Fixture.untouched
    var pauses: [Duration] = []
    for _ in 1...10 {
      (record, _) = fixture.apply(.unavailable(reason: "503", retryAfter: nil), to: record, jitter: 0.5)
      pauses.append(record.due - Fixture.now)
    }
    #expect(pauses == Array(repeating: .milliseconds(500), count: 8) + [.seconds(128), .seconds(150)])
  }

  @Test func `What was not sent is tried again and can still be forgotten`() {
    var (record, _) = fixture.apply(.notSent(reason: "refused"), to: Fixture.untouched, jitter: 0.5)
    #expect(record.phase == .backoff)
    #expect(record.due == Fixture.now + .milliseconds(500))
    let isForgotten = record.withdraw(isLeased: false)
    #expect(isForgotten)
  }

  @Test(
    "What is unclear is tried again under the same id and kept in mind",
    arguments: [Reading.ambiguous(reason: "reset"), .suspect])
  func doubt(reading: Reading) {
    let (record, endpoint) = fixture.apply(reading, to: Fixture.untouched)
    #expect(record.nextAttempt == Attempt(operation: .create, revision: 1))
    #expect(record.unsettled == .init(revision: 1, until: Fixture.now + .seconds(60)))
    #expect(record.isUnproven)
    #expect(record.presence == .possible)
    #expect(endpoint.failures == 1)
  }

  @Test func `An unclear read leaves the record to be read`() {
    let (record, _) = fixture.apply(
      .ambiguous(reason: "reset"), to: RecordState(presence: .possible, phase: .verify))
    #expect(record.phase == .verify)
    #expect(record.unsettled == nil)
    #expect(record.failures == 1)
  }

  @Test func `Two unclear attempts of two revisions leave both open`() {
    let (record, _) = fixture.apply(
      .ambiguous(reason: "reset"), to: fixture.unsettled(Fixture.stored, revision: 1))
    #expect(record.unsettled == .init(revision: 0, until: Fixture.now + .seconds(60)))
  }

  @Test func `What a gateway gave up on may still be carried out, but needs no proof`() {
    let (record, _) = fixture.apply(.unavailable(reason: "504", retryAfter: nil), to: Fixture.untouched)
    #expect(record.unsettled == .init(revision: 1, until: Fixture.now + .seconds(60)))
    #expect(fixture.apply(.stored, to: record).record.phase == .synced)
  }

  @Test func `Work that its sender left behind may have been done`() {
    var state = Fixture.untouched
    state.abandon(at: Fixture.now, settlingTime: .seconds(60))
    #expect(state.presence == .possible)
    #expect(state.isUnproven)
    #expect(state.unsettled == .init(revision: 1, until: Fixture.now + .seconds(60)))
    state = RecordState(desiredRevision: 3, isEditedInFlight: true)
    state.abandon(at: Fixture.now, settlingTime: .seconds(60))
    #expect(state.unsettled?.revision == 0)
  }
}
