import Terminal

extension Model {
  mutating func showHelp() -> [Effect] {
    help = HelpScreen(
      keymap: keymap, context: context, size: size, repertoire: repertoire,
      glyphs: ChromeGlyphs(themes.current.symbols, for: repertoire))
    return []
  }

  mutating func pressInHelp(_ key: Key, at time: Duration) -> [Effect] {
    switch help?.press(key) {
    case .stays, nil: return []
    case .closes:
      help = nil
      return []
    case .allows(let command): return carryOut(CommandRequest(command), at: time)
    case .runs(let command): return runFromHelp(command, at: time)
    }
  }

  /// What cannot be carried out is told on the list, which stays.
  private mutating func runFromHelp(_ command: Command, at time: Duration) -> [Effect] {
    if let reason = command.unavailability(in: context) {
      help?.notice = .information("not now: \(reason)")
    } else if command.needsRun {
      help?.notice = .information("its key says which run: press it on the comparison")
    } else {
      help = nil
      return carryOut(CommandRequest(command), at: time)
    }
    return []
  }
}
