/// What may be sent to a terminal although terminfo has no word for it. Others would print it, so it goes by the families that
/// are known to understand.
struct TerminalFeatures: Equatable, Sendable {
  /// Answers questions, or keeps silent about them without printing any.
  let takesQuestions: Bool
  /// Shows progress in its tab or task bar (OSC 9;4). Where that is not known, the sequence may pop up as a message.
  let showsProgress: Bool

  static let marks = [
    "TMUX", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "TERM_FEATURES", "TERMINAL_EMULATOR", "WT_SESSION",
    "ConEmuANSI", "PTYXIS_VERSION", "KONSOLE_VERSION",
  ]

  init(_ environment: TerminalEnvironment) {
    takesQuestions = Self.takesQuestions(environment)
    showsProgress = Self.showsProgress(environment)
  }

  private static func takesQuestions(_ environment: TerminalEnvironment) -> Bool {
    let (type, marks) = (environment.type ?? "", environment.marks)
    // They give up at the `$` of a question about a mode, and print what follows.
    if marks["TERM_PROGRAM"] == "Apple_Terminal" || marks["TERMINAL_EMULATOR"] == "JetBrains-JediTerm" {
      return false
    }
    // tmux calls itself screen, too; GNU screen itself is not asked.
    if type.hasPrefix("screen") { return marks["TMUX"] != nil }
    let families = [
      "xterm", "tmux", "foot", "ghostty", "wezterm", "alacritty", "rio", "contour", "konsole", "vte", "kitty",
    ]
    return families.contains { type.hasPrefix($0) }
  }

  private static func showsProgress(_ environment: TerminalEnvironment) -> Bool {
    let (type, marks) = (environment.type ?? "", environment.marks)
    // What is around a multiplexer is not what gets the sequence.
    if marks["TMUX"] != nil || type.hasPrefix("tmux") || type.hasPrefix("screen") { return false }
    if marks["WT_SESSION"] != nil || marks["ConEmuANSI"] == "ON" || type == "xterm-ghostty" { return true }
    switch marks["TERM_PROGRAM"] {
    case "ghostty": return true
    // Before, it was a message on the desktop.
    case "WezTerm": return number(marks["TERM_PROGRAM_VERSION"]) >= 20_250_210
    default: break
    }
    return namesProgress(marks["TERM_FEATURES"]) || number(marks["PTYXIS_VERSION"]) >= 48
      || number(marks["KONSOLE_VERSION"]) >= 250_400
  }

  /// The number that a version begins with; 0 for none.
  private static func number(_ version: String?) -> Int {
    version.flatMap { Int($0.prefix { ("0"..."9").contains($0) }) } ?? 0
  }

  /// Features are a capital and small letters each, with a number perhaps: `ScLrMSc7P`. The one of progress is `P`.
  private static func namesProgress(_ features: String?) -> Bool {
    let scalars = Array((features ?? "").unicodeScalars)
    return scalars.indices.contains { index in
      scalars[index] == "P"
        && !(index + 1 < scalars.count && ("a"..."z").contains(scalars[index + 1]))
    }
  }
}
