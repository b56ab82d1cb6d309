/// Why there is no screen to work on, and what to do.
package enum TerminalError: Error, Equatable, Sendable {
  /// The process has no terminal of its own.
  case noTerminal
  case unsetType
  case unknownType(String)
  /// The type cannot place the cursor.
  case incapableType(String)
  /// The terminal refused to be set up.
  case notUsable(type: String)
}

extension TerminalError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noTerminal:
      "there is no terminal to draw on (/dev/tty cannot be opened): run this in a terminal; over ssh, use ssh -t"
    case .unsetType:
      "TERM is not set, so the terminal's type is unknown: set it, for example export TERM=xterm-256color"
    case .unknownType(let type):
      """
      TERM is '\(printable(type))', which this machine's terminfo does not know: install the terminal's entry \
      (on Debian, the package ncurses-term has most), or run with TERM=xterm-256color
      """
    case .incapableType(let type):
      """
      TERM is '\(printable(type))', a terminal on which the cursor cannot be placed: if yours can do more, run with \
      TERM=xterm-256color
      """
    case .notUsable(let type):
      """
      the terminal could not be set up as '\(printable(type))': check that it is a real terminal and that TERM says \
      what it is
      """
    }
  }

  // The value comes from the environment, and the sentence goes to a terminal.
  private func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { (" "..."~").contains($0) ? $0 : "?" }))
  }
}
