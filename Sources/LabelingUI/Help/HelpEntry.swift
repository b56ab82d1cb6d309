import Terminal

/// One command on the help screen.
struct HelpEntry: Equatable, Sendable {
  let command: Command
  let keys: String
  let isAvailable: Bool
  /// What a filter is looked for in.
  private let searchText: String
  private let sentence: SanitizedText
  private(set) var text: WrappedText

  init(
    _ definition: CommandDefinition, bindings: KeyBindings, context: CommandContext, repertoire: Repertoire
  ) {
    let reason = definition.command.unavailability(in: context)
    command = definition.command
    keys = bindings.text(of: command)
    isAvailable = reason == nil
    let help = definition.help + (command == .cycleAid ? " " + Self.signs(for: repertoire) : "")
    searchText = ([keys, command.rawValue, help] + HintBar.titles(of: definition)).joined(separator: "\n")
      .lowercased()
    let words = reason.map { "\(help) Not now: \($0)." } ?? help
    sentence = SanitizedText(words, repertoire: repertoire)
    text = WrappedText(sentence, columns: 80)
  }

  /// What the signs beside the texts say.
  private static func signs(for repertoire: Repertoire) -> String {
    let (moved, focus) = repertoire == .unicode ? ("↕", "▌") : ("^", "|")
    return "Signs: ~ changed, + only here, = shared, \(moved) moved; \(focus) is the focus."
  }

  static func == (left: HelpEntry, right: HelpEntry) -> Bool {
    left.command == right.command && left.keys == right.keys && left.isAvailable == right.isAvailable
      && left.sentence == right.sentence
  }

  /// Whether every word is part of the command's name, its keys or its help.
  func matches(_ words: [Substring]) -> Bool { words.allSatisfy { searchText.contains($0) } }

  func wrapped(to columns: Int) -> HelpEntry {
    var entry = self
    entry.text = WrappedText(sentence, columns: columns)
    return entry
  }
}
