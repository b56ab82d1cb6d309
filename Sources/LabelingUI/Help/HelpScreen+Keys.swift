import Terminal

extension HelpScreen {
  /// What a key on this screen comes to.
  enum Outcome: Equatable {
    case stays
    case closes
    /// Closes and carries the command out.
    case runs(Command)
    /// Carries the command out over this screen.
    case allows(Command)
  }

  /// Characters go into the filter; the other keys move, as they do while reading.
  mutating func press(_ key: Key) -> Outcome {
    notice = nil
    switch (key.code, key.modifiers) {
    case (.escape, []) where filter.isEmpty: return .closes
    case (.escape, []), (.character("u"), .control): clear()
    case (.enter, []): return enter()
    case (.backspace, []): deleteLast()
    case (.left, []) where move(columns: -1): break
    case (.right, []) where move(columns: 1): break
    case (.character("n"), .control): move(.lines(1))
    case (.character("p"), .control): move(.lines(-1))
    case (.character("?"), []) where filter.isEmpty: return .closes
    case (.character(" "), []) where filter.isEmpty: move(.pages(1))
    case (.character(let scalar), []): type(scalar)
    default: return follow(key)
    }
    return .stays
  }

  private mutating func enter() -> Outcome {
    if let selected { return .runs(selected) }
    if selection != nil { notice = .information("that is a sign: there is nothing to carry out") }
    return .stays
  }

  private mutating func follow(_ key: Key) -> Outcome {
    guard case .request(let request) = keymap.meaning(of: KeySequence(key), runCount: 0) else {
      return .stays
    }
    switch request.command {
    case .help, .quit: return .closes
    case .redraw, .suspend: return .allows(request.command)
    default:
      if let step = request.command.scrollStep { move(step) }
      return .stays
    }
  }
}
