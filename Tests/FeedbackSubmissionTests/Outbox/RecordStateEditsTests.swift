import Testing

@testable import FeedbackSubmission

@Suite struct RecordStateEditsTests {
  @Test func `Under a lease nothing is forgotten, and what is in flight counts as unsettled`() {
    var state = RecordState()
    let isForgotten = state.withdraw(isLeased: true)
    #expect(!isForgotten)
    #expect(state.desired == .nothing)
    #expect(state.unsettledRevision == 0)
  }

  @Test func `An edit after a failed attempt keeps in mind that the attempt may still land`() {
    var state = RecordState(presence: .possible, phase: .backoff, failures: 3)
    state.want(isAcknowledged: false, isLeased: false)
    #expect(state.unsettledRevision == 1)
    #expect(state.desiredRevision == 2)
    #expect(state.failures == 0)
    #expect(state.phase == .pending)
  }

  @Test func `An edit while nothing ever reached the server has nothing to settle`() {
    var state = RecordState(phase: .backoff, failures: 3)
    state.want(isAcknowledged: false, isLeased: false)
    #expect(state.unsettledRevision == nil)
  }

  @Test func `Coming back to the acknowledged body is not synced while an attempt is unsettled`() {
    var state = RecordState(
      acknowledgedRevision: 1, presence: .present, phase: .pending, unsettledRevision: 0)
    state.want(isAcknowledged: true, isLeased: false)
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
