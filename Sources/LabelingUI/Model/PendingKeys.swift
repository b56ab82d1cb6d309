/// Keys that were pressed and begin something, while more are awaited.
struct PendingKeys: Equatable, Sendable {
  /// Who hesitates that long is shown what may follow.
  static let patience = Duration.milliseconds(400)

  let keys: KeySequence
  /// When the last of them was pressed.
  let since: Duration
  /// What may follow is on the screen.
  var isExplained: Bool

  var explainedAt: Duration { since + Self.patience }
}
