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
  private let hints: [Hint]
  /// The same in fewer words.
  private let shortHints: [Hint]
  private static let gap = 2
  /// A narrower line has the short words.
  private static let leastColumns = 60

  init(keymap: Keymap, context: CommandContext, repertoire: Repertoire) {
    self.context = context
    let known = Self.commands(in: context).compactMap { command -> (CommandDefinition, key: String)? in
      guard let definition = CommandTable.definition(of: command), command.unavailability(in: context) == nil,
        let key = keymap.shownKey(for: command, runCount: context.runCount)
      else { return nil }
      return (definition, Self.keyText(key, context: context))
    }
    func hints(isShort: Bool) -> [Hint] {
      known.map { definition, key in
        let title = Self.title(
          definition, ranksMany: context.ranksMany, cutsPrompt: context.promptCommand != nil, isShort: isShort
        )
        return Hint(
          command: definition.command, key: key, title: title,
          columns: TextWidth.columns(of: key + " " + title, repertoire: repertoire))
      }
    }
    (self.hints, shortHints) = (hints(isShort: false), hints(isShort: true))
  }

  /// First help, then that without which nobody can go on. What cannot be carried out now is left out later.
  private static func commands(in context: CommandContext) -> [Command] {
    switch context.activity {
    case .comparing:
      [.help, .save, .chooseRun] + (context.hasRunsWithoutLetter ? [.placeFocused] : [])
        + (context.asksReasons ? [.reasons] : [])
        + (context.isSearching ? [.nextMatch, .previousMatch] : [])
        + (context.hidesRuns ? [.focusNext] : []) + [context.promptCommand].compactMap(\.self)
        + [.takeBack, .tie, .undo, .quit, .allGood, .allBad, .cannotJudge]
        + (context.cutsText ? [.lineDown] : [])
        + (context.hidesRuns ? [] : [.focusNext]) + spare.filter { $0 != context.promptCommand }
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
    return "a–" + RunLabel.text(ofColumn: min(context.runCount, RunLabel.letterCount) - 1).lowercased()
  }

  private static func title(
    _ definition: CommandDefinition, ranksMany: Bool, cutsPrompt: Bool, isShort: Bool
  ) -> String {
    switch definition.command {
    case .chooseRun where ranksMany: isShort ? "rank" : "next best"
    case .placeFocused: isShort ? "this" : "this one"
    case .focusNext where isShort: "next"
    case .togglePrompt where cutsPrompt && !isShort: "whole prompt"
    case .focusPrompt where isShort: "prompt"
    case .nextMatch where isShort: "match"
    case .previousMatch where isShort: "before"
    case .cannotJudge: "can't judge"
    default: definition.title
    }
  }

  /// All that the line may call a command: whoever read it there looks for it by that.
  static func titles(of definition: CommandDefinition) -> [String] {
    [(true, true), (true, false), (false, true), (false, false)].map {
      title(definition, ranksMany: $0.0, cutsPrompt: true, isShort: $0.1)
    }
  }

  /// Hints that fit in that many columns: help, which is first in the list, stands last on the line.
  func fitting(_ columns: Int) -> [Hint] {
    let hints = columns < Self.leastColumns ? shortHints : self.hints
    guard let help = hints.first else { return [] }
    var left = columns - help.columns - 1
    let others = hints.dropFirst().filter { hint in
      guard hint.columns + Self.gap <= left else { return false }
      left -= hint.columns + Self.gap
      return true
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
