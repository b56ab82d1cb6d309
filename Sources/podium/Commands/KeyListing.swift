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
  var lines: [String] {
    Array(
      (CommandDefinition.Section.allCases.map { section in
        [section.rawValue] + rows(of: section).map { "  " + $0 }
      } + editorParagraphs).joined(separator: [""]))
  }

  private func rows(of section: CommandDefinition.Section) -> [String] {
    let definitions = CommandTable.definitions.filter { $0.section == section }
    let all = CommandTable.definitions.map(\.command)
    let widths = (
      all.map { keys(of: $0).unicodeScalars.count }.max() ?? 0, all.map { $0.rawValue.utf8.count }.max() ?? 0
    )
    return definitions.map { definition in
      Self.padding(keys(of: definition.command), to: widths.0) + "  "
        + Self.padding(definition.command.rawValue, to: widths.1) + "  " + definition.help
    }
  }

  private var editorParagraphs: [[String]] {
    let all = EditorCommandTable.definitions
    let texts = all.map { bindings.editor.text(of: $0.command) }
    let widths = (
      texts.map(\.unicodeScalars.count).max() ?? 0, all.map { $0.command.rawValue.utf8.count }.max() ?? 0
    )
    return EditorCommandDefinition.Section.allCases.map { section in
      ["\(section.rawValue) (in the editor: [keys.editor])"]
        + all.filter { $0.section == section }.map { definition in
          "  " + Self.padding(bindings.editor.text(of: definition.command), to: widths.0) + "  "
            + Self.padding(definition.command.rawValue, to: widths.1) + "  " + definition.help
        }
    }
  }

  private func keys(of command: Command) -> String {
    let text = bindings.text(of: command)
    return text.isEmpty ? "–" : text
  }

  private static func padding(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
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
