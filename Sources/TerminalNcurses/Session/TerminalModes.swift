/// What is switched on in the terminal beside the modes that curses keeps (alternate screen, keypad, cursor).
struct TerminalModes: Equatable, Sendable {
  static let synchronization = 2026
  static let colorSchemeReports = 2031

  /// The title found is on the terminal's stack and comes back.
  var title = false
  /// Pastes come in marked as such.
  var bracketedPaste = false
  /// Buttons, wheel and drags, with coordinates of any size.
  var mouse = false
  /// The terminal tells when its user switches between dark and light.
  var colorScheme = false
  /// Frames are held back until they are whole. Each switches the mode on and off; a crash may come in between.
  var synchronization = false
  /// Progress is shown beside the title. Frames say how much.
  var progress = false

  static let none = Self()

  /// In the order of switching on; off goes the other way round.
  private static let table: [(mode: any KeyPath<Self, Bool> & Sendable, on: [String], off: [String])] = [
    (\.title, ["\u{1B}[22;2t"], ["\u{1B}[23;2t"]),
    (\.bracketedPaste, ["\u{1B}[?2004h"], ["\u{1B}[?2004l"]),
    (
      \.mouse, ["\u{1B}[?1000h", "\u{1B}[?1002h", "\u{1B}[?1006h"],
      ["\u{1B}[?1006l", "\u{1B}[?1002l", "\u{1B}[?1000l"]
    ),
    (\.colorScheme, ["\u{1B}[?\(colorSchemeReports)h"], ["\u{1B}[?\(colorSchemeReports)l"]),
    (\.progress, [], [String(decoding: WindowProgress.none, as: UTF8.self)]),
    (\.synchronization, [], ["\u{1B}[?\(Self.synchronization)l"]),
  ]

  /// What to send to get from other modes to these.
  func bytes(from old: Self) -> [UInt8] {
    var result = ""
    for entry in Self.table.reversed() where old[keyPath: entry.mode] && !self[keyPath: entry.mode] {
      result += entry.off.joined()
    }
    for entry in Self.table where !old[keyPath: entry.mode] && self[keyPath: entry.mode] {
      result += entry.on.joined()
    }
    return Array(result.utf8)
  }
}
