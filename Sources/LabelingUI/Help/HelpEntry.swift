import Terminal

/// One line of the list of keys: a command, or a sign.
struct HelpEntry: Equatable, Sendable {
  enum Subject: Equatable, Sendable {
    case command(Command)
    case sign(ScreenSign)
  }

  let subject: Subject
  /// The keys, or the sign itself.
  let keys: String
  let isAvailable: Bool
  /// What a filter is looked for in.
  private let searchText: String
  private let sentence: SanitizedText
  private(set) var text: WrappedText

  private init(
    _ subject: Subject, keys: String, isAvailable: Bool, searched: [String], sentence: SanitizedText
  ) {
    self.subject = subject
    self.keys = keys
    self.isAvailable = isAvailable
    searchText = ([keys] + searched).joined(separator: "\n").lowercased()
    self.sentence = sentence
    text = WrappedText(sentence, columns: 80)
  }

  init(
    _ definition: CommandDefinition, bindings: KeyBindings, context: CommandContext, repertoire: Repertoire
  ) {
    let command = definition.command
    let reason = command.unavailability(in: context)
    let words = reason.map { "\(definition.help) Not now: \($0)." } ?? definition.help
    self.init(
      .command(command), keys: bindings.text(of: command), isAvailable: reason == nil,
      searched: [command.rawValue, definition.help] + HintBar.titles(of: definition),
      sentence: SanitizedText(words, repertoire: repertoire))
  }

  init(_ sign: ScreenSign, glyphs: ChromeGlyphs, repertoire: Repertoire) {
    self.init(
      .sign(sign), keys: sign.text(glyphs, for: repertoire), isAvailable: true,
      searched: ["sign", sign.help],
      sentence: SanitizedText(sign.help, repertoire: repertoire))
  }

  static func == (left: HelpEntry, right: HelpEntry) -> Bool {
    left.subject == right.subject && left.keys == right.keys && left.isAvailable == right.isAvailable
      && left.sentence == right.sentence
  }

  var command: Command? { if case .command(let command) = subject { command } else { nil } }

  /// Whether every word is part of the command's name, its keys or its help.
  func matches(_ words: [Substring]) -> Bool { words.allSatisfy { searchText.contains($0) } }

  func wrapped(to columns: Int) -> HelpEntry {
    var entry = self
    entry.text = WrappedText(sentence, columns: columns)
    return entry
  }
}
