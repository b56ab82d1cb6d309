import Terminal

/// What keys mean while a text is written. Characters write themselves.
package struct EditorKeymap: Equatable, Sendable {
  enum Meaning: Equatable {
    case command(EditorCommand, extending: Bool)
    case character(Unicode.Scalar)
    /// They begin something: more keys may follow.
    case beginning
    case nothing
  }

  let bindings: EditorKeyBindings
  private let commands: [KeySequence: EditorCommand]
  private let beginnings: Set<KeySequence>

  init(_ bindings: EditorKeyBindings = EditorKeyBindings()) {
    self.bindings = bindings
    var commands: [KeySequence: EditorCommand] = [:]
    for command in EditorCommandTable.definitions.map(\.command) {
      for keys in bindings[command] where commands[keys] == nil { commands[keys] = command }
    }
    self.commands = commands
    beginnings = Set(
      commands.keys.flatMap { sequence in
        sequence.keys.indices.dropFirst().compactMap { KeySequence(sequence.keys.prefix($0)) }
      })
  }

  func meaning(of keys: KeySequence) -> Meaning {
    if let command = commands[keys] { return .command(command, extending: false) }
    if beginnings.contains(keys) { return .beginning }
    guard keys.rest.isEmpty else { return .nothing }
    if let motion = motion(withShift: keys.first) { return .command(motion, extending: true) }
    guard case .character(let scalar) = keys.first.code, keys.first.modifiers.isEmpty else { return .nothing }
    return .character(scalar)
  }

  private func motion(withShift key: Key) -> EditorCommand? {
    guard key.modifiers.contains(.shift) else { return nil }
    let plain = KeySequence(Key(key.code, modifiers: key.modifiers.subtracting(.shift)))
    return commands[plain].flatMap { $0.isMotion ? $0 : nil }
  }

  /// The key to name in a sentence.
  func words(for command: EditorCommand) -> String {
    bindings[command].first?.text
      ?? "'\(EditorCommandTable.definition(of: command)?.title ?? command.rawValue)'"
  }
}
