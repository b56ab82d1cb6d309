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
    searchText = [keys, command.rawValue, definition.title, definition.help].joined(separator: "\n")
      .lowercased()
    let words = reason.map { "\(definition.help) Not now: \($0)." } ?? definition.help
    sentence = SanitizedText(words, repertoire: repertoire)
    text = WrappedText(sentence, columns: 80)
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
