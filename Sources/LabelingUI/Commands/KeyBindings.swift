/// The keys of every command: those of a preset, changed as the rater likes.
package struct KeyBindings: Equatable, Sendable {
  package let preset: KeyPreset
  private var patterns: [Command: [KeyPattern]]
  /// While a text is written, keys are looked up here alone.
  package var editor: EditorKeyBindings

  /// A preset's own keys come before what the table says: where both have the same, the table's command loses it.
  package init(_ preset: KeyPreset = .default) {
    self.preset = preset
    editor = EditorKeyBindings(preset)
    let own = preset.patterns
    let taken = own.values.joined()
    patterns = Dictionary(
      uniqueKeysWithValues: CommandTable.definitions.map { definition in
        let free = definition.keys.filter { key in !taken.contains { $0.collides(with: key) } }
        return (definition.command, own[definition.command] ?? free)
      })
  }

  /// The first is the one that hints show. A letter that names a run of the open comparison ranks that run instead.
  package subscript(command: Command) -> [KeyPattern] {
    get { patterns[command] ?? [] }
    set { patterns[command] = newValue }
  }

  /// As help and the README show them.
  package func text(of command: Command) -> String {
    let texts = self[command].map(\.text)
    // Keys of a sequence have one blank between them.
    return texts.joined(separator: texts.contains { $0.contains(" ") } ? "  " : " ")
  }
}

/// Two commands that would be asked for with the same keys, or where one's keys begin the other's.
package struct KeyConflict: Equatable, Sendable {
  package let pattern: KeyPattern
  package let command: Command
  package let otherPattern: KeyPattern
  package let other: Command
}

extension KeyBindings {
  /// Every clash, in the order of the command table.
  package var conflicts: [KeyConflict] {
    let all = CommandTable.definitions.map(\.command).flatMap { command in
      self[command].map { (command: command, pattern: $0) }
    }
    return all.indices.flatMap { index in
      all[..<index].filter { $0.pattern.collides(with: all[index].pattern) }.map { earlier in
        KeyConflict(
          pattern: all[index].pattern, command: all[index].command, otherPattern: earlier.pattern,
          other: earlier.command)
      }
    }
  }

  /// Whether all keys of a command are taken by runs once enough are compared.
  package func isHiddenByRuns(_ command: Command) -> Bool {
    !self[command].isEmpty && self[command].allSatisfy(\.yieldsToRuns)
  }
}
