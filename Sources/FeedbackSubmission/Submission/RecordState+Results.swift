extension RecordState {
  mutating func become(_ phase: Phase, due: BootTime = .distantPast, reason: String? = nil) {
    self.phase = phase
    self.due = due
    self.reason = reason
  }

  /// The attempt came to an end, whatever it was.
  mutating func land(at now: BootTime) {
    isEditedInFlight = false
    if let until = unsettled?.until, until <= now { unsettled = nil }
  }

  /// A request went out that may have made the record.
  mutating func wasSent(_ attempt: Attempt) {
    if attempt.operation == .create && presence == .untouched { presence = .possible }
  }

  /// The attempt may have been carried out, or may be until `time`.
  mutating func doubt(_ attempt: Attempt, until time: BootTime) {
    wasSent(attempt)
    guard attempt.operation != .read else { return }
    mayArrive(revision: attempt.revision, until: time)
  }

  /// Whoever was sending the record is gone, and with them what became of it.
  mutating func abandon(at now: BootTime, settlingTime: Duration) {
    defer { isEditedInFlight = false }
    guard let attempt = nextAttempt, attempt.operation != .read || isEditedInFlight else { return }
    if presence == .untouched { presence = .possible }
    mayArrive(revision: isEditedInFlight ? 0 : desiredRevision, until: now + settlingTime)
    isUnproven = true
  }

  /// Whether something else than `revision` may still arrive.
  func mayBeOverwritten(revision: Int) -> Bool {
    unsettled.map { $0.revision != revision } ?? false
  }

  /// The server has taken it in, and does not show it yet.
  var isAwaited: Bool {
    phase == .verify && presence == .possible && desired == .body && acknowledgedRevision == desiredRevision
  }

  private mutating func mayArrive(revision: Int, until time: BootTime) {
    let isSame = unsettled.map { $0.revision == revision } ?? true
    unsettled = Unsettled(revision: isSame ? revision : 0, until: max(time, unsettled?.until ?? time))
  }
}
