/// What a terminal answers when it is asked, or tells when something changes. No key, and no text of anybody's.
package enum TerminalReport: Equatable, Sendable {
  /// Whether it knows a private mode, and how that is set (DECRPM).
  case mode(Int, ModeState)
  /// Its background, 0 to 65535 each (OSC 11).
  case background(red: Int, green: Int, blue: Int)
  /// The user switched to dark or light colors (mode 2031).
  case colorScheme(isDark: Bool)
  /// What kind of terminal it is, which all of them answer: whatever was asked before is answered or will never be (DA1).
  case deviceAttributes

  package enum ModeState: Int, Equatable, Sendable {
    case unknown, set, reset, alwaysSet, alwaysReset

    /// The program may switch it.
    package var canBeSwitched: Bool { self == .set || self == .reset }
  }
}

extension ControlSequence {
  /// What the sequence reports; `nil` for keys, and for answers to what was not asked.
  var report: TerminalReport? {
    guard prefix == UInt8(ascii: "?") else { return nil }
    switch (intermediate, Unicode.Scalar(final)) {
    case (UInt8(ascii: "$"), "y") where parameters.count == 2:
      return TerminalReport.ModeState(rawValue: parameters[1]).map { .mode(parameters[0], $0) }
    case (nil, "c"): return .deviceAttributes
    case (nil, "n") where parameters.count == 2 && parameters[0] == 997 && (1...2).contains(parameters[1]):
      return .colorScheme(isDark: parameters[1] == 1)
    default: return nil
    }
  }
}
