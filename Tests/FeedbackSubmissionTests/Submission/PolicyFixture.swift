import Foundation

@testable import FeedbackSubmission

/// Applies results to records that stand where delivery often finds them.
struct PolicyFixture {
  let policy = SubmissionPolicy()

  static let now = BootTime(milliseconds: 1_000_000)
  static let later = now + .seconds(20)

  static let untouched = RecordState()
  static let sent = RecordState(presence: .possible, phase: .backoff, failures: 1)
  static let stored = RecordState(
    desiredRevision: 2, acknowledgedRevision: 1, presence: .present, phase: .pending)
  static let withdrawn = RecordState(
    desired: .nothing, desiredRevision: 2, acknowledgedRevision: 1, presence: .deleted, phase: .pending)

  func unsettled(_ state: RecordState, revision: Int) -> RecordState {
    var state = state
    state.unsettled = .init(revision: revision, until: Self.later)
    state.isUnproven = true
    return state
  }

  func apply(
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
