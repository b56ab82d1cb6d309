import Foundation
import Terminal
import TerminalNcurses

/// What standard output can show.
struct OutputLook: Equatable {
  /// `nil` for plain text, without a single escape sequence.
  let depth: ColorDepth?
  let columns: Int
  let repertoire: Repertoire

  /// Wider lines are hard to take in, and nobody made the screen wide for this.
  private static let mostColumns = 120

  /// - Parameter depth: what was asked for.
  static func ofStandardOutput(
    depth: ColorDepth?, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> OutputLook {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let survey = try? TerminalSurvey()
    let wantsColor = isTerminal || forcesColor(environment)
    return OutputLook(
      depth: depth ?? (wantsColor ? survey?.depth ?? .mono : nil),
      columns: min(mostColumns, isTerminal ? survey?.size.columns ?? 80 : 80),
      repertoire: TerminalLocale.isUTF8() ? .unicode : .ascii)
  }

  /// `CLICOLOR_FORCE` and `FORCE_COLOR`, which ask for colors in pipes too.
  static func forcesColor(_ environment: [String: String]) -> Bool {
    ["CLICOLOR_FORCE", "FORCE_COLOR"].contains { !["", "0"].contains(environment[$0] ?? "") }
  }
}
