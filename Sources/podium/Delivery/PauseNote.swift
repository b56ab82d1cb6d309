import LangSmith

/// Says on standard error why a read waits, if it waits for long.
struct PauseNote {
  let console: Console

  @Sendable func show(_ pause: LangSmithClient.Pause) {
    if let sentence = Self.sentence(pause) { console.note(sentence) }
  }

  /// `nil` if nobody notices.
  static func sentence(_ pause: LangSmithClient.Pause) -> String? {
    guard pause.duration >= .seconds(2) else { return nil }
    return "podium: waiting \(Int(pause.duration / .seconds(1))) s, then trying again: \(pause.error)"
  }
}
