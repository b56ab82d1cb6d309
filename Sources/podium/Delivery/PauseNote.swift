import LangSmith

/// Says on standard error why a read waits, if it waits for long.
struct PauseNote {
  let console: Console

  @Sendable func show(_ pause: LangSmithClient.Pause) {
    guard pause.duration >= .seconds(2) else { return }
    console.note("podium: waiting \(Int(pause.duration / .seconds(1))) s, then trying again: \(pause.error)")
  }
}
