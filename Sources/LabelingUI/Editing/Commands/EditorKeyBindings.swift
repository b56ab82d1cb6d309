import Terminal

/// The keys of the editor's commands: those of a preset, changed as the rater likes.
package struct EditorKeyBindings: Equatable, Sendable {
  private var sequences: [EditorCommand: [KeySequence]]

  /// A preset's own keys come before what the table says.
  package init(_ preset: KeyPreset = .default) {
    let own = preset.editorSequences
    let taken = own.values.joined()
    sequences = Dictionary(
      uniqueKeysWithValues: EditorCommandTable.definitions.map { definition in
        let free = definition.keys.filter { key in !taken.contains { $0.collides(with: key) } }
        return (definition.command, own[definition.command] ?? free)
      })
  }

  /// The first is the one that hints show.
  package subscript(command: EditorCommand) -> [KeySequence] {
    get { sequences[command] ?? [] }
    set { sequences[command] = newValue }
  }

  package func text(of command: EditorCommand) -> String {
    let texts = self[command].map(\.text)
    return texts.joined(separator: texts.contains { $0.contains(" ") } ? "  " : " ")
  }

  /// Two commands whose keys are the same, or begin alike so that one could not be typed, in the order of the table.
  package struct Conflict: Equatable, Sendable {
    package let keys: KeySequence
    package let command: EditorCommand
    package let otherKeys: KeySequence
    package let other: EditorCommand
  }

  package var conflicts: [Conflict] {
    let all = EditorCommandTable.definitions.map(\.command).flatMap { command in
      self[command].map { (command: command, keys: $0) }
    }
    return all.indices.flatMap { index in
      all[..<index].filter { $0.keys.collides(with: all[index].keys) }.map { earlier in
        Conflict(
          keys: all[index].keys, command: all[index].command, otherKeys: earlier.keys, other: earlier.command)
      }
    }
  }
}
