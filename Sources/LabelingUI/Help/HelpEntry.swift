import Terminal

/// One command on the help screen.
struct HelpEntry: Equatable, Sendable {
  let keys: String
  let isAvailable: Bool
  private let sentence: SanitizedText
  private(set) var text: WrappedText

  init(
    _ definition: CommandDefinition, bindings: KeyBindings, context: CommandContext, repertoire: Repertoire
  ) {
    let reason = definition.command.unavailability(in: context)
    keys = bindings.text(of: definition.command)
    isAvailable = reason == nil
    let words = reason.map { "\(definition.help) Not now: \($0)." } ?? definition.help
    sentence = SanitizedText(words, repertoire: repertoire)
    text = WrappedText(sentence, columns: 80)
  }

  static func == (left: HelpEntry, right: HelpEntry) -> Bool {
    left.keys == right.keys && left.isAvailable == right.isAvailable && left.sentence == right.sentence
  }

  func wrapped(to columns: Int) -> HelpEntry {
    var entry = self
    entry.text = WrappedText(sentence, columns: columns)
    return entry
  }
}
