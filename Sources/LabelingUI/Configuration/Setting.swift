import Terminal

/// What stands in `config.toml` outside of its tables.
package enum Setting: String, CaseIterable, Sendable {
  case theme, color, background, rater, title, mouse, synchronized, clipboard
  case breakReminder = "break-reminder"

  /// What it is about, and what can stand there.
  package var words: String {
    switch self {
    case .theme: "the name of a theme (podium themes), or \"auto\": the one for the terminal's background"
    case .color: ColorChoice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    case .background: "what theme = \"auto\" goes by: \"dark\" or \"light\""
    case .rater: "who judges"
    case .title: "whether the terminal's title, and progress beside it, tell where you are"
    case .mouse: "whether clicks and the wheel come to Podium"
    case .synchronized: "whether terminals that can are to show each frame whole (mode 2026)"
    case .clipboard: "a program that takes what is copied in the terminal's place"
    case .breakReminder: "minutes of judging after which a break is proposed"
    }
  }

  /// Where nothing is set.
  package var standard: Standard {
    switch self {
    case .theme: .value("\"auto\"")
    case .color: .value("\"auto\"")
    case .background: .example("\"light\"", otherwise: "what the terminal says, else dark")
    case .rater: .example("\"ada\"", otherwise: "$PODIUM_RATER, else your login name")
    case .title, .mouse, .synchronized: .value("true")
    case .clipboard: .example("\"wl-copy\"", otherwise: "the terminal's own")
    case .breakReminder: .example("50", otherwise: "none")
    }
  }

  package enum Standard: Equatable, Sendable {
    case value(String)
    /// What the program does then is nothing that could stand in the file.
    case example(String, otherwise: String)
  }
}
