import CNcursesw
import Terminal

/// What terminfo knows of one type of terminal.
struct TerminalDescription: Equatable, Sendable {
  let type: String
  var colors = 0
  /// Colors are given as 24-bit RGB.
  var takesDirectColor = false
  var canMoveCursor = true
  var hasAlternateScreen = true
  var canSetTitle = false
  /// Takes control sequences of ECMA-48. Others, such as the VT52, print what no terminfo entry of theirs has.
  var takesControlSequences = true
  /// The size to assume when the terminal does not tell.
  var fallbackSize = Size(columns: 80, rows: 24)
  var keySequences: [[UInt8]: Key] = [:]
  /// To be sent before the alternate screen is left. Some multiplexers show its lines among the shell's when it has
  /// grown meanwhile (tmux 3.3 does), and they may be someone's secrets.
  var eraseBytes: [UInt8] = []
  /// Takes the terminal out of whatever curses put it in.
  var resetBytes: [UInt8] = []

  var depth: ColorDepth {
    if takesDirectColor { return .direct }
    return ColorDepth.allCases.last { $0 != .direct && $0.rawValue <= colors } ?? .mono
  }
}

extension TerminalDescription {
  /// Looks the type up in terminfo.
  static func lookUp(_ type: String) -> Self? {
    guard tn_terminfo_open(type) else { return nil }
    defer { tn_terminfo_close() }
    let hasAlternateScreen = tn_terminfo_string("smcup") != nil
    return Self(
      type: type,
      colors: max(0, Int(tn_terminfo_number("colors"))),
      takesDirectColor: tn_terminfo_flag("RGB"),
      canMoveCursor: tn_terminfo_string("cup") != nil,
      hasAlternateScreen: hasAlternateScreen,
      canSetTitle: takesControlSequences() && knowsTitle(type),
      takesControlSequences: takesControlSequences(),
      fallbackSize: fallbackSize(),
      keySequences: TerminfoKeys.sequences(lookingUp: terminfoBytes),
      eraseBytes: hasAlternateScreen ? terminfoBytes("clear") ?? [] : [],
      resetBytes: ["sgr0", "cnorm", "rmkx", "rmcup"].flatMap { terminfoBytes($0) ?? [] })
  }

  private static func takesControlSequences() -> Bool {
    terminfoBytes("cup")?.starts(with: "\u{1B}[".utf8) ?? false
  }

  // The Linux console prints the text of a title sequence, so only those get it that are known to understand.
  private static func knowsTitle(_ type: String) -> Bool {
    tn_terminfo_flag("XT") || tn_terminfo_string("tsl") != nil
      || ["xterm", "screen", "tmux"].contains { type.hasPrefix($0) }
  }

  private static func fallbackSize() -> Size {
    let (columns, rows) = (Int(tn_terminfo_number("cols")), Int(tn_terminfo_number("lines")))
    return columns > 0 && rows > 0 ? Size(columns: columns, rows: rows) : Size(columns: 80, rows: 24)
  }

  private static func terminfoBytes(_ capability: String) -> [UInt8]? {
    tn_terminfo_string(capability).map { withoutPadding(Array(String(cString: $0).utf8)) }
  }

  /// Terminfo strings may hold delays such as `$<5>`.
  static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if rest.starts(with: "$<".utf8), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        rest = rest[(end + 1)...]
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
