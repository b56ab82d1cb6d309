import Preference
import Terminal

/// The last line: the keys that matter now, as many as fit, help always among them.
struct HintBar: Equatable, Sendable {
  struct Hint: Equatable, Sendable {
    let command: Command
    let key: String
    let title: String
    let columns: Int
  }

  let context: CommandContext
  let hints: [Hint]
  private static let gap = 2

  init(keymap: Keymap, context: CommandContext, repertoire: Repertoire) {
    self.context = context
    hints = Self.commands(in: context).compactMap { command in
      guard let definition = CommandTable.definition(of: command), command.unavailability(in: context) == nil,
        let key = keymap.shownKey(for: command, runCount: context.runCount)
      else { return nil }
      let (text, title) = (
        Self.keyText(key, context: context), Self.title(definition, context: context)
      )
      return Hint(
        command: command, key: text, title: title,
        columns: TextWidth.columns(of: text + " " + title, repertoire: repertoire))
    }
  }

  private static func commands(in context: CommandContext) -> [Command] {
    switch context.activity {
    case .comparing:
      [.help, .chooseRun] + (context.hidesRuns ? [.focusNext] : []) + [.tie]
        + (context.ranksMany ? [.save, .takeBack] : []) + [
          .allGood, .allBad, .reasons, .cannotJudge, .undo, .lineDown,
        ]
        + (context.hidesRuns ? [] : [.focusNext]) + [.quit] + spare
    case .finished: [.help, .quit, .previousComparison, .undo]
    case .busy: [.help, .quit]
    }
  }

  /// For lines that are longer than most.
  private static let spare: [Command] = [
    .correct, .comment, .search, .queue, .goTo, .pageDown, .nextComparison, .previousComparison,
    .nextUnjudged, .togglePrompt,
    .toggleScrolling,
    .redo,
    .suspend,
  ]

  /// The letters of the runs at hand: `a b`, `a–d`.
  private static func keyText(_ key: KeyPattern, context: CommandContext) -> String {
    guard key == .runLetter else { return key.text }
    guard context.ranksMany else { return "a b" }
    return "a–" + RunLabel.text(ofColumn: min(context.runCount, 26) - 1).lowercased()
  }

  private static func title(_ definition: CommandDefinition, context: CommandContext) -> String {
    definition.command == .chooseRun && context.ranksMany ? "next best" : definition.title
  }

  /// Hints that fit in that many columns: help, which is first in the list, stands last on the line.
  func fitting(_ columns: Int) -> [Hint] {
    guard let help = hints.first else { return [] }
    var left = columns - help.columns - 2
    let others = hints.dropFirst().prefix { hint in
      left -= hint.columns + Self.gap
      return left >= 0
    }
    return others + [help]
  }

  /// The command whose hint stands in that column of a line that wide.
  func command(at column: Int, of columns: Int) -> Command? {
    var start = 1
    for hint in fitting(columns) {
      if (start..<start + hint.columns).contains(column) { return hint.command }
      start += hint.columns + Self.gap
    }
    return nil
  }

  func draw(on surface: inout Surface, in area: Rectangle) {
    surface.fill(area, role: .hint)
    var column = 1
    for hint in fitting(area.size.columns) {
      column += write(hint.key, on: &surface, at: column, in: area, role: .statusKey) + 1
      column += write(hint.title, on: &surface, at: column, in: area, role: .hint) + Self.gap
    }
  }

  private func write(
    _ text: String, on surface: inout Surface, at column: Int, in area: Rectangle, role: Role
  ) -> Int {
    let position = Position(column: column, row: area.origin.row)
    return surface.write(text, at: position, columns: max(0, area.size.columns - column), role: role)
  }
}
