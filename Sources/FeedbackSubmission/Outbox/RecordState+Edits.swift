extension RecordState {
  /// Whether the record needs a new id to come back: deleted ids have been reported to come back on their
  /// own, and a late `DELETE` would take the new body away.
  var isSpent: Bool { presence == .deleted }

  /// The server should have a new body.
  ///
  /// - Parameter isAcknowledged: Whether the body is the one that the server has already.
  mutating func want(isAcknowledged: Bool, isLeased: Bool) {
    edit(to: .body, isLeased: isLeased)
    guard isAcknowledged, presence == .present, unsettled == nil, !isLeased else { return }
    acknowledgedRevision = desiredRevision
    phase = .synced
  }

  /// The server should have nothing.
  ///
  /// - Returns: Whether the record can be forgotten, because nothing was ever sent.
  mutating func withdraw(isLeased: Bool) -> Bool {
    if presence == .untouched && !isLeased { return true }
    edit(to: .nothing, isLeased: isLeased)
    return false
  }

  /// A sibling was refused for good: half a comparison is worse than none.
  mutating func holdBack() {
    edit(to: .heldBack, isLeased: false)
    if presence == .untouched { phase = .synced }
  }

  /// The deletion was refused, and a person wants it tried again.
  mutating func deleteAgain(isLeased: Bool) {
    edit(to: .nothing, isLeased: isLeased)
  }

  private mutating func edit(to desired: Desired, isLeased: Bool) {
    isEditedInFlight = isLeased
    self.desired = desired
    desiredRevision += 1
    phase = .pending
    due = .distantPast
    failures = 0
    missingSince = nil
    reason = nil
  }
}
