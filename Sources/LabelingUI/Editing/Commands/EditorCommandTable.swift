import Terminal

/// One row of the table of the editor's commands.
package struct EditorCommandDefinition: Sendable {
  package enum Section: String, CaseIterable, Sendable {
    case moving = "Moving in a text"
    case editing = "Editing"
    case finding = "Finding"
    case text = "The text"
  }

  package let command: EditorCommand
  package let section: Section
  /// Those of the default preset.
  package let keys: [KeySequence]
  /// Two words or so, for the last line.
  package let title: String
  package let help: String
}

/// Every command of the editor with its keys and words.
package enum EditorCommandTable {
  package static let definitions: [EditorCommandDefinition] = moving + editing + finding + text

  package static func definition(of command: EditorCommand) -> EditorCommandDefinition? {
    definitions.first { $0.command == command }
  }

  /// The README's table of the editor's keys.
  package static func markdown(_ bindings: EditorKeyBindings = EditorKeyBindings()) -> String {
    let rows = definitions.map { definition in
      let keys = bindings[definition.command].map { "`\($0.text)`" }
      return "| \(keys.isEmpty ? "–" : keys.joined(separator: " ")) | \(definition.help) |"
    }
    return (["| key in the editor | does |", "| --- | --- |"] + rows).joined(separator: "\n")
  }

  private static let moving: [EditorCommandDefinition] = [
    row(.left, .moving, [.code(.left)], "left", "To the character before; with Shift, motions select."),
    row(.right, .moving, [.code(.right)], "right", "To the next character."),
    row(.up, .moving, [.code(.up)], "up", "A row up."),
    row(.down, .moving, [.code(.down)], "down", "A row down."),
    row(.wordLeft, .moving, [.code(.left, .control), .alt("b")], "word left", "To the beginning of a word."),
    row(.wordRight, .moving, [.code(.right, .control), .alt("f")], "word right", "To the end of a word."),
    row(.lineStart, .moving, [.code(.home)], "row start", "To the beginning of the row; again, of the line."),
    row(
      .lineEnd, .moving, [.code(.end), .control("e")], "row end", "To the end of the row; again, of the line."
    ),
    row(
      .paragraphUp, .moving, [.code(.up, .control), .alt("{")], "paragraph up", "To the blank line before."),
    row(
      .paragraphDown, .moving, [.code(.down, .control), .alt("}")], "paragraph down",
      "To the next blank line."),
    row(.pageUp, .moving, [.code(.pageUp)], "page up", "A page up."),
    row(.pageDown, .moving, [.code(.pageDown)], "page down", "A page down."),
    row(.toStart, .moving, [.code(.home, .control), .alt("<")], "start", "To the beginning of the text."),
    row(.toEnd, .moving, [.code(.end, .control), .alt(">")], "end", "To the end of the text."),
    row(
      .select, .moving, [KeySequence(Key(.character(" "), modifiers: .control))], "select",
      "Selects from here on, for terminals that keep Shift to themselves; again lets go."),
    row(.selectAll, .moving, [.control("a")], "select all", "Selects all of the text."),
  ]

  private static let editing: [EditorCommandDefinition] = [
    row(.newLine, .editing, [.code(.enter)], "new line", "Begins a new line."),
    row(.indent, .editing, [.code(.tab)], "indent", "Two blanks, or indents the lines that are selected."),
    row(.outdent, .editing, [.code(.tab, .shift)], "outdent", "Takes indentation away."),
    row(
      .deleteBackward, .editing, [.code(.backspace)], "delete back",
      "Deletes what is before the cursor, or selected."),
    row(
      .deleteForward, .editing, [.code(.delete), .control("d")], "delete",
      "Deletes what is at the cursor, or selected."),
    row(
      .deleteWordBackward, .editing, [.control("w"), .code(.backspace, .alt)], "delete word back",
      "Deletes to the beginning of a word."),
    row(
      .deleteWordForward, .editing, [.alt("d"), .code(.delete, .control)], "delete word",
      "Deletes to the end of a word."),
    row(
      .deleteToLineStart, .editing, [.control("u")], "delete to start",
      "Deletes to the beginning of the line."),
    row(
      .deleteToLineEnd, .editing, [.control("k")], "delete to end",
      "Deletes to the end of the line, or the line's end."),
    row(.deleteLine, .editing, [.alt("k")], "delete line", "Deletes the line."),
    row(.cut, .editing, [.control("x")], "cut", "Cuts what is selected, or the line."),
    row(
      .copy, .editing, [.control("c")], "copy",
      "Copies what is selected, or the line, to the terminal's clipboard too."),
    row(
      .paste, .editing, [.control("v")], "paste",
      "Puts in what was cut or copied; the terminal's own paste works too."),
    row(
      .undo, .editing, [.control("z"), .alt("u")], "undo",
      "Takes the last step back: a word, or what was done between two pauses."),
    row(.redo, .editing, [.control("y"), .alt("r")], "redo", "Brings back what undo took."),
  ]

  private static let finding: [EditorCommandDefinition] = [
    row(.search, .finding, [.control("f")], "find", "Looks for words, or a pattern, while you type."),
    row(
      .nextMatch, .finding, [.code(.function(3)), .control("g")], "next match",
      "To the next place that was found."),
    row(
      .previousMatch, .finding, [.code(.function(3), .shift), .alt("g")], "previous match",
      "To the place before."),
    row(.replace, .finding, [.control("r")], "replace", "Replaces what is found: one, or all."),
  ]

  private static let text: [EditorCommandDefinition] = [
    row(
      .save, .text, [.control("s"), .code(.function(2))], "save",
      "Takes the text over and closes; it goes with the judgment."),
    row(
      .leave, .text, [.code(.escape)], "leave",
      "Closes; what was written stays as a draft, is saved or dropped, as you say."),
    row(.discard, .text, [.alt("q")], "discard", "Drops what was written here; asks for a second press."),
    row(
      .restoreOriginal, .text, [.alt("o")], "original",
      "Brings the text back as it was before anybody wrote; undo brings yours."),
    row(
      .editExternally, .text, [.control("o")], "$EDITOR",
      "Opens the text in $VISUAL or $EDITOR; that is the way to vim for those who have the vim preset."),
    row(.help, .text, [.code(.function(1))], "keys", "Lists these keys."),
    row(.redraw, .text, [.control("l")], "redraw", "Draws the screen anew."),
    row(.suspend, .text, [.alt("z")], "suspend", "Back to the shell; fg returns."),
  ]

  private static func row(
    _ command: EditorCommand, _ section: EditorCommandDefinition.Section, _ keys: [KeySequence],
    _ title: String, _ help: String
  ) -> EditorCommandDefinition {
    EditorCommandDefinition(command: command, section: section, keys: keys, title: title, help: help)
  }
}

extension KeySequence {
  static func code(_ code: Key.Code, _ modifiers: Key.Modifiers = []) -> KeySequence {
    KeySequence(Key(code, modifiers: modifiers))
  }

  static func control(_ scalar: Unicode.Scalar) -> KeySequence {
    KeySequence(Key(.character(scalar), modifiers: .control))
  }

  static func alt(_ scalar: Unicode.Scalar) -> KeySequence {
    KeySequence(Key(.character(scalar), modifiers: .alt))
  }
}
