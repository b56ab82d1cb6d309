extension SubmissionPolicy {
  /// Says what a result means for the record and for the endpoint. The one place that decides about retries.
  func apply(_ step: Step, to record: inout RecordState, endpoint: inout EndpointState) {
    record.land(at: step.now)
    switch step.reading {
    case .stored, .deleted: accept(step, &record, &endpoint)
    case .different: correct(step, &record, &endpoint)
    case .missing: miss(step, &record, &endpoint)
    case .unproven, .conflict: readBack(step, &record, &endpoint)
    case .refused(let reason): refuse(reason, step, &record, &endpoint)
    case .foreign: refuse("the server has another record under this id", step, &record, &endpoint)
    case .tooLarge(nil): refuse("too large for the server (413)", step, &record, &endpoint)
    case .tooLarge(let pause), .overloaded(let pause): hold(for: pause, step, &record, &endpoint)
    case .forbidden(let reason): forbid(reason, step, &record, &endpoint)
    case .barred(let reason): park(reason, step, &record, &endpoint)
    case .unavailable(_, let pause): fail(step, retryAfter: pause, &record, &endpoint)
    case .notSent: retry(step, &record, &endpoint)
    case .ambiguous, .suspect: doubt(step, &record, &endpoint)
    }
  }
}

// MARK: Answers that bring the record forward

extension SubmissionPolicy {
  private func accept(_ step: Step, _ record: inout RecordState, _ endpoint: inout EndpointState) {
    switch step.attempt.operation {
    case .read:
      endpoint.answered()
      record.presence = .present
      finish(step, &record)
    case .delete:
      endpoint.accepted(step.id)
      // Deletes have been reported not to last, so they are looked after.
      acknowledge(step, &record, isProof: false)
    case .create, .update:
      endpoint.accepted(step.id)
      record.presence = .present
      record.failures = 0
      record.missingSince = nil
      acknowledge(step, &record, isProof: !record.isUnproven)
    }
  }

  /// The server has carried the attempt out.
  private func acknowledge(_ step: Step, _ record: inout RecordState, isProof: Bool) {
    record.acknowledgedRevision = step.attempt.revision
    if record.desiredRevision != step.attempt.revision {
      record.become(.pending)
    } else if let unsettled = record.unsettled, record.mayBeOverwritten(revision: step.attempt.revision) {
      record.become(.verify, due: unsettled.until)
    } else {
      record.become(isProof ? .synced : .verify, due: isProof ? .distantPast : step.now)
    }
  }

  /// A read has shown that the server has what it should have.
  private func finish(_ step: Step, _ record: inout RecordState) {
    record.failures = 0
    record.isUnproven = false
    record.acknowledgedRevision = record.desiredRevision
    if let unsettled = record.unsettled, record.mayBeOverwritten(revision: record.desiredRevision) {
      record.become(.verify, due: unsettled.until)
    } else {
      record.become(.synced)
    }
  }

  /// A read found something else than what is desired.
  private func correct(_ step: Step, _ record: inout RecordState, _ endpoint: inout EndpointState) {
    endpoint.answered()
    if record.desired == .body { record.presence = .present }
    record.isUnproven = false
    record.become(.pending)
    // A server that keeps a body in another form than it was given would be corrected for ever: ever more
    // slowly.
    if record.failures > 0 { postpone(step, &record) } else { record.failures = 1 }
  }

  private func miss(_ step: Step, _ record: inout RecordState, _ endpoint: inout EndpointState) {
    endpoint.answered()
    switch step.attempt.operation {
    case .create:
      awaitRun(step, &record, &endpoint)
    case .delete:
      acknowledge(step, &record, isProof: !record.isUnproven)
    case .read where record.desired != .body:
      finish(step, &record)
    case .read where record.isAwaited && record.failures < proofAttempts:
      postpone(step, &record)
    case .update, .read:
      record.presence = .possible
      record.acknowledgedRevision = 0
      record.isUnproven = false
      record.become(.backoff)
      postpone(step, &record)
    }
  }

  private func awaitRun(_ step: Step, _ record: inout RecordState, _ endpoint: inout EndpointState) {
    let since = record.missingSince ?? step.wallTime
    record.missingSince = since
    let hasTimeLeft = Duration.microseconds(step.wallTime - since) <= missingRunPatience
    guard hasTimeLeft || record.failures < missingRunAttempts else {
      return refuse(
        "the server does not know the run (404), a day after the first try", step, &record, &endpoint)
    }
    postpone(step, &record)
  }

  private func readBack(_ step: Step, _ record: inout RecordState, _ endpoint: inout EndpointState) {
    let isUnproven = step.reading == .unproven
    if isUnproven && step.attempt.operation != .read {
      endpoint.accepted(step.id)
    } else {
      endpoint.answered()
    }
    if isUnproven {
      // What was taken in is stored later: an undo that comes before that would find nothing to delete.
      record.doubt(step.attempt, until: step.now + settlingTime)
    } else {
      record.wasSent(step.attempt)
    }
    guard step.attempt.operation != .read, step.attempt.operation == .create || isUnproven else {
      return postpone(step, &record)
    }
    // An id that is ours and has had one body can only be there with that body.
    if isUnproven || step.attempt.revision == 1 { record.acknowledgedRevision = step.attempt.revision }
    guard record.desiredRevision == step.attempt.revision else { return }
    record.become(.verify, due: isUnproven ? step.now + firstProof : step.now)
  }
}

// MARK: Answers that stop the record or the endpoint

extension SubmissionPolicy {
  private func refuse(
    _ reason: String, _ step: Step, _ record: inout RecordState, _ endpoint: inout EndpointState
  ) {
    endpoint.answered()
    guard record.desiredRevision == step.attempt.revision else { return }
    if step.attempt.operation == .read && record.acknowledgedRevision == record.desiredRevision {
      // The server lets nothing be read; what it said when it took the record is the best that can be known.
      return finish(step, &record)
    }
    guard endpoint.refusals < refusalLimit else {
      let message =
        "\(refusalLimit) records in a row were refused, so no more are sent; the last answer: \(reason)"
      return endpoint.park(message, until: step.now + parkedPause)
    }
    endpoint.refusals += 1
    record.become(.dead, reason: reason)
  }

  private func forbid(
    _ reason: String, _ step: Step, _ record: inout RecordState, _ endpoint: inout EndpointState
  ) {
    // The server is there; who probed it must not keep others from being asked about.
    if endpoint.isProbing { endpoint.close(until: step.now) }
    switch endpoint.forbidden {
    case nil:
      // Ask about another one before saying whose fault it is.
      endpoint.forbidden = step.id
      endpoint.acceptsOthers = false
      postpone(step, &record)
    case step.id where endpoint.acceptsOthers:
      endpoint.forbidden = nil
      refuse(reason, step, &record, &endpoint)
    case step.id:
      // There is nobody else to ask about, so a person is told; whoever comes is asked about at once.
      postpone(step, &record)
      if record.failures >= forbiddenPatience { endpoint.park(Self.forbiddenReason(reason), until: step.now) }
    case _ where endpoint.acceptsOthers:
      // Not all are forbidden, so its turn to be asked about comes after the first one's.
      postpone(step, &record)
    default:
      endpoint.forbidden = nil
      park(Self.forbiddenReason(reason), step, &record, &endpoint)
    }
  }

  private static func forbiddenReason(_ reason: String) -> String {
    "the server forbids it (\(reason)): check what the API key may do"
  }

  private func park(
    _ reason: String, _ step: Step, _ record: inout RecordState, _ endpoint: inout EndpointState
  ) {
    endpoint.park(reason, until: step.now + parkedPause)
  }

  private func hold(
    for pause: Duration?, _ step: Step, _ record: inout RecordState, _ endpoint: inout EndpointState
  ) {
    endpoint.answered()
    // Without a word from the server: until its minute is over, which began with the first request.
    let window = (endpoint.windowStart ?? step.now) + rateLimitPause - step.now
    endpoint.hold(until: step.now + holdTime(pause ?? window, step))
  }

  private func holdTime(_ pause: Duration, _ step: Step) -> Duration {
    // A little later than asked for, each at another time, so that not all come back at once.
    min(max(pause, .zero), longestRetryAfter) + firstPause * step.jitter
  }
}

// MARK: No answer, or none that counts

extension SubmissionPolicy {
  private func fail(
    _ step: Step, retryAfter: Duration?, _ record: inout RecordState, _ endpoint: inout EndpointState
  ) {
    // What a gateway gave up on may still be carried out behind it.
    record.doubt(step.attempt, until: step.now + settlingTime)
    if let retryAfter { endpoint.hold(until: step.now + holdTime(retryAfter, step)) }
    countFailure(step, &endpoint)
    postpone(step, &record, endpoint)
  }

  private func retry(_ step: Step, _ record: inout RecordState, _ endpoint: inout EndpointState) {
    countFailure(step, &endpoint)
    postpone(step, &record, endpoint)
  }

  private func doubt(_ step: Step, _ record: inout RecordState, _ endpoint: inout EndpointState) {
    record.doubt(step.attempt, until: step.now + settlingTime)
    if step.attempt.operation != .read { record.isUnproven = true }
    countFailure(step, &endpoint)
    postpone(step, &record, endpoint)
  }

  private func countFailure(_ step: Step, _ endpoint: inout EndpointState) {
    endpoint.trouble = step.reading.trouble
    // What was under way when the breaker opened says nothing new.
    guard endpoint.admission(at: step.now) == .open || endpoint.isProbing else { return }
    endpoint.failures += 1
    guard endpoint.failures >= breakerThreshold(step.reading) || endpoint.isProbing else { return }
    endpoint.close(until: step.now + opening(number: endpoint.openings, jitter: step.jitter))
    endpoint.openings += 1
  }

  private func breakerThreshold(_ reading: Reading) -> Int {
    if case .notSent = reading { unreachableThreshold } else { failingThreshold }
  }

  /// A record that had bad luck with a server that serves others does not wait as if the server were down; one that
  /// keeps having it does.
  private func postpone(_ step: Step, _ record: inout RecordState, _ endpoint: EndpointState) {
    let isLuck = record.failures < excusedFailures
    postpone(step, &record, failures: isLuck ? min(record.failures + 1, endpoint.failures) : nil)
  }

  private func postpone(_ step: Step, _ record: inout RecordState, failures: Int? = nil) {
    record.failures += 1
    let due = step.now + pause(afterFailures: failures ?? record.failures, jitter: step.jitter)
    record.become(record.phase == .verify ? .verify : .backoff, due: due)
  }
}

extension Reading {
  fileprivate var trouble: String? {
    switch self {
    case .unavailable(let reason, _), .notSent(let reason), .ambiguous(let reason): reason
    case .suspect: "the answer does not come from LangSmith; is there a login page in between?"
    default: nil
    }
  }
}
