import Testing

@testable import FeedbackSubmission

@Suite struct RecordStateEditsTests {
  @Test func `Under a lease nothing is forgotten, and the edit is kept in mind`() {
    var state = RecordState()
    let isForgotten = state.withdraw(isLeased: true)
    #expect(!isForgotten)
    #expect(state.desired == .nothing)
    #expect(state.isEditedInFlight)
  }

  @Test func `An edit is due at once and starts anew`() {
    var state = RecordState(
      presence: .possible, phase: .backoff, due: BootTime(milliseconds: 9), failures: 3, missingSince: 4)
    state.want(isAcknowledged: false, isLeased: false)
    #expect(state == RecordState(desiredRevision: 2, presence: .possible))
  }

  @Test func `Coming back to the acknowledged body is synced, unless something else may still arrive`() {
    let stored = RecordState(desiredRevision: 2, acknowledgedRevision: 1, presence: .present)
    var state = stored
    state.want(isAcknowledged: true, isLeased: false)
    #expect(state.phase == .synced)
    state = stored
    state.unsettled = .init(revision: 2, until: BootTime(milliseconds: 9))
    state.want(isAcknowledged: true, isLeased: false)
    #expect(state.phase == .pending)
    state = stored
    state.want(isAcknowledged: true, isLeased: true)
    #expect(state.phase == .pending)
  }

  @Test func `A record held back before it was sent has nothing to do`() {
    var state = RecordState()
    state.holdBack()
    #expect(state.phase == .synced)
    #expect(state.desired == .heldBack)
  }

  @Test func `A record held back after it was sent is to be deleted`() {
    var state = RecordState(acknowledgedRevision: 1, presence: .present, phase: .synced)
    state.holdBack()
    #expect(state.phase == .pending)
  }

  @Test func `A group is as far as its records`() {
    let synced = RecordState(acknowledgedRevision: 1, presence: .present, phase: .synced)
    let waiting = RecordState(phase: .backoff, due: BootTime(milliseconds: 70))
    let dead = RecordState(phase: .dead, reason: "refused")
    let withdrawn = RecordState(
      desired: .nothing, acknowledgedRevision: 1, presence: .deleted, phase: .synced)
    #expect(GroupState(of: [synced, synced]).stage == .delivered)
    #expect(GroupState(of: [synced, withdrawn]).stage == .delivered)
    #expect(GroupState(of: [withdrawn]).stage == .withdrawn)
    #expect(GroupState(of: [synced, dead]).stage == .dead)
    #expect(GroupState(of: [synced, waiting]).stage == .waiting)
    #expect(GroupState(of: [synced, waiting]).due == BootTime(milliseconds: 70))
    #expect(GroupState(of: [dead, waiting]).due == BootTime(milliseconds: 70))
    #expect(GroupState(of: [synced]).due == nil)
  }
}
