import LabelingUI
import StrictJSON

/// The table of keys as `podium keys` prints it.
struct KeyListing {
  private let bindings: KeyBindings

  init(_ bindings: KeyBindings) {
    self.bindings = bindings
  }

  var markdown: String {
    CommandTable.markdown(bindings) + "\n\n" + EditorCommandTable.markdown(bindings.editor)
  }

  /// A paragraph for each section: keys, name, what it does.
  ///
  /// - Parameter columns: How wide a line may be.
  func lines(columns: Int) -> [String] {
    let commands = CommandDefinition.Section.allCases.map { section in
      (section.rawValue, CommandTable.definitions.filter { $0.section == section }.map(row))
    }
    let editing = EditorCommandDefinition.Section.allCases.map { section in
      (
        "\(section.rawValue) (in the editor: [keys.editor])",
        EditorCommandTable.definitions.filter { $0.section == section }.map(row)
      )
    }
    return Array(
      (Self.paragraphs(commands, columns) + Self.paragraphs(editing, columns)).joined(separator: [""]))
  }

  private static func paragraphs(_ sections: [(title: String, rows: [KeyListingRow])], _ columns: Int)
    -> [[String]]
  {
    let all = sections.flatMap(\.rows)
    let widths = (
      keys: all.map(\.keys.unicodeScalars.count).max() ?? 0, name: all.map(\.name.utf8.count).max() ?? 0
    )
    return sections.map { title, rows in
      [title] + rows.flatMap { $0.lines(widths: widths, columns: columns) }
    }
  }

  private func row(_ definition: CommandDefinition) -> KeyListingRow {
    KeyListingRow(
      keys: keys(of: definition.command), name: definition.command.rawValue, help: definition.help)
  }

  private func row(_ definition: EditorCommandDefinition) -> KeyListingRow {
    KeyListingRow(
      keys: bindings.editor.text(of: definition.command), name: definition.command.rawValue,
      help: definition.help)
  }

  private func keys(of command: Command) -> String {
    let text = bindings.text(of: command)
    return text.isEmpty ? "–" : text
  }

  var json: JSONValue {
    [
      "preset": .string(bindings.preset.rawValue),
      "commands": .array(
        CommandTable.definitions.map { definition in
          [
            "command": .string(definition.command.rawValue), "section": .string(definition.section.rawValue),
            "keys": .array(bindings[definition.command].map { .string($0.notation) }),
            "title": .string(definition.title), "help": .string(definition.help),
          ]
        }),
      "editor": .array(
        EditorCommandTable.definitions.map { definition in
          [
            "command": .string(definition.command.rawValue), "section": .string(definition.section.rawValue),
            "keys": .array(bindings.editor[definition.command].map { .string($0.text) }),
            "title": .string(definition.title), "help": .string(definition.help),
          ]
        }),
    ]
  }
}
