/// What a tmux pane shows, and the state its terminal is in.
package struct TmuxPane: Equatable, Sendable {
  package let lines: [String]
  package let isOnAlternateScreen: Bool
  package let isCursorVisible: Bool
  package let cursorColumn: Int
  package let cursorRow: Int
  package let takesMouse: Bool
  package let keypadCursor: Bool
  /// The program's process.
  package let process: Int32
  /// It has ended, and how is known.
  package let isDead: Bool
  package let exitStatus: Int32?
  /// What killed it.
  package let signal: Int32?
  package let title: String
  /// The program is gone, and tmux has not asked how.
  let isUnreaped: Bool

  static let format = [
    "alternate_on", "cursor_flag", "cursor_x", "cursor_y", "mouse_any_flag", "keypad_cursor_flag", "pane_pid",
    "pane_dead", "pane_dead_status", "pane_dead_signal", "pane_title",
  ].map { "#{\($0)}" }.joined(separator: "\t")

  /// From the format's line and the text that follows it.
  init(_ output: String) throws(Tmux.Failure) {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let fields = lines.removeFirst().split(separator: "\t", maxSplits: 10, omittingEmptySubsequences: false)
    guard fields.count == 11 else { throw Tmux.Failure(description: "not a pane: \(output)") }
    let numbers = fields.map { Int32($0) }
    if lines.last == "" { lines.removeLast() }
    self.lines = lines
    isOnAlternateScreen = numbers[0] == 1
    isCursorVisible = numbers[1] == 1
    cursorColumn = Int(numbers[2] ?? -1)
    cursorRow = Int(numbers[3] ?? -1)
    takesMouse = numbers[4] == 1
    keypadCursor = numbers[5] == 1
    process = numbers[6] ?? -1
    exitStatus = numbers[8]
    signal = numbers[9]
    isDead = exitStatus != nil || signal != nil
    isUnreaped = numbers[7] == 1 && !isDead
    title = String(fields[10])
  }

  package var text: String { lines.joined(separator: "\n") }

  package func contains(_ text: String) -> Bool { self.text.contains(text) }
}

extension TmuxPane: CustomStringConvertible {
  package var description: String {
    let rule = "+" + String(repeating: "-", count: lines.map(\.count).max() ?? 0)
    let state = """
      alternate \(isOnAlternateScreen), cursor \(isCursorVisible) at \(cursorColumn),\(cursorRow), \
      mouse \(takesMouse), dead \(isDead) \(exitStatus.map(String.init) ?? "") \
      \(signal.map { "signal \($0)" } ?? ""), title \(title.debugDescription)
      """
    return ([rule] + lines.map { "|" + $0 } + [rule, state]).joined(separator: "\n")
  }
}
