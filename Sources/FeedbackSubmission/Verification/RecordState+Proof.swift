/// What somebody else has done at the server.
extension RecordState {
  /// It is not there any more.
  mutating func wasLost() {
    presence = .possible
    acknowledgedRevision = 0
    restart()
  }

  /// It is there, and says something else.
  mutating func wasChanged() {
    presence = .present
    restart()
  }

  /// It is there again, although the server should have nothing.
  mutating func cameBack() {
    if presence == .untouched { presence = .possible }
    restart()
  }

  private mutating func restart() {
    isUnproven = false
    failures = 0
    missingSince = nil
    become(.pending)
  }
}
