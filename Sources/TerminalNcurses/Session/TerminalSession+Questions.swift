import Terminal

/// Questions to the terminal, and what its answers change.
extension TerminalSession {
  /// A terminal that has said nothing for so long does not answer.
  private static let patience = Duration.seconds(1)
  /// Whoever has the terminal next must not get an answer to a question of ours, and does not wait long for it.
  private static let patienceOnLeaving = 150

  /// Asked before anything is painted: what a terminal might print of a question is erased with the first frame.
  func ask() {
    guard !questions.isEmpty else { return }
    device.write(questions.bytes)
    answersDueBy = .now + Self.patience
  }

  /// An answer may still come.
  package var awaitsReports: Bool { answersDueBy.map { .now < $0 } ?? false }

  /// Takes up what the terminal says of itself.
  package func take(_ report: TerminalReport) {
    switch report {
    case .mode(TerminalModes.synchronization, let state):
      guard questions.synchronization, state.canBeSwitched else { return }
      wantedModes.synchronization = true
      backend.synchronizes = true
    case .mode(TerminalModes.colorSchemeReports, let state):
      guard questions.background, state.canBeSwitched else { return }
      wantedModes.colorScheme = true
    case .deviceAttributes: answersDueBy = nil
    case .mode, .background, .colorScheme: return
    }
    useWantedModes()
  }

  /// Keeps the answers, and what was typed with them, for the next `wait`.
  func awaitAnswers() {
    guard awaitsReports else { return }
    answersDueBy = nil
    var decoder = InputDecoder()
    events.readAhead(milliseconds: Self.patienceOnLeaving) { bytes in
      _ = decoder.decode(bytes)
      return decoder.takeReports().contains(.deviceAttributes)
    }
  }
}
