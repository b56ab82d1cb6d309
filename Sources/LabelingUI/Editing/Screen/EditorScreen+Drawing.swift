import Preference
import Terminal

extension EditorScreen {
  /// Draws over what is there, and tells where the cursor stands; `nil` if it is scrolled away.
  func draw(on surface: inout Surface, glyphs: ChromeGlyphs, reusing drawn: inout DrawnEditor) -> Position? {
    if case .help(let help) = prompt { return help.draw(on: &surface, glyphs: glyphs) }
    let places = Array(window.places(in: editor.flow).prefix(layout.text.body.size.rows))
    drawRows(of: places, on: &surface, glyphs: glyphs, reusing: &drawn.rows)
    drawTitles(on: &surface, glyphs: glyphs)
    if let area = layout.status {
      let line = EditorStatusLine(isOriginal: editor.text == original, difference: tracking.difference)
      drawn.status.show(line, inRow: area.origin.row, of: &surface) { $0.draw(on: &$1, in: area) }
    }
    return drawLastLine(on: &surface, reusing: &drawn.hints) ?? cursor(in: places)
  }

  private func drawTitles(on surface: inout Surface, glyphs: ChromeGlyphs) {
    if let pane = originalPane, let place = layout.original {
      var title = PaneTitle(label: "Original", labelRole: .paneTitle)
      title.note = pane.viewport.positionNote
      title.draw(on: &surface, in: place.title, glyphs: glyphs)
      drawSeparator(inRow: place.title.origin.row, on: &surface, glyphs: glyphs)
      if original.isEmpty {
        surface.write("(empty)", at: place.body.origin, columns: place.body.size.columns, role: .textMuted)
      }
    }
    var title = PaneTitle(label: name.prefix(1).uppercased() + name.dropFirst(), labelRole: .paneTitle)
    title.isFocused = true
    title.badges = badges
    title.note = place
    title.draw(on: &surface, in: layout.text.title, glyphs: glyphs)
  }

  private func cursor(in places: [TextFlow.Place]) -> Position? {
    let target = editor.flow.place(of: editor.cursor)
    let line = places.firstIndex { $0.start == target.start && $0.piece.range == target.piece.range }
    guard let line else { return nil }
    let body = layout.text.body
    let column = min(target.column(of: editor.cursor), max(0, body.size.columns - 1))
    return Position(column: body.origin.column + column, row: body.origin.row + line)
  }

  func drawSeparator(inRow row: Int, on surface: inout Surface, glyphs: ChromeGlyphs) {
    guard layout.isBeside, let left = layout.original else { return }
    let cell = Rectangle(column: left.title.columns.upperBound, row: row, columns: 1, rows: 1)
    surface.fill(cell, with: glyphs.vertical, role: .border)
  }
}

// MARK: - Words

extension EditorScreen {
  private var badges: [String] {
    let state = isChanged ? "not saved" : saved == original ? nil : "saved"
    return [subject.field, state].compactMap(\.self)
  }

  private var place: String { "line \(editor.text.line(at: editor.cursor) + 1)/\(editor.text.lineCount)" }

  /// What is asked, or the keys; tells where the cursor of a line that is typed stands.
  private func drawLastLine(
    on surface: inout Surface, reusing drawn: inout DrawnRow<EditorKeyBindings>
  ) -> Position? {
    let area = layout.hints
    switch prompt {
    case .find(let line): return draw(line, label: "Find: ", on: &surface)
    case .replace(let line): return draw(line, label: "Replace: ", on: &surface)
    case .with(let line): return draw(line, label: "With: ", on: &surface)
    case .replacing:
      write([("y", "replaces"), ("n", "next"), ("a", "all"), ("q", "enough")], on: &surface)
    case .leaving:
      let question = LeavingQuestion.fitting(area.size.columns)
      write(question.answers.map { ($0.key, $0.title) }, on: &surface, head: question.head)
    case nil, .help:
      drawn.show(keymap.bindings, inRow: area.origin.row, of: &surface) {
        write(Self.hints(for: $0), on: &$1)
      }
    }
    return nil
  }

  private static func hints(for bindings: EditorKeyBindings) -> [(String, String)] {
    hints.compactMap { command in
      guard let keys = bindings[command].first?.text,
        let title = EditorCommandTable.definition(of: command)?.title
      else { return nil }
      return (keys, title)
    }
  }

  private static let hints: [EditorCommand] = [
    .save, .leave, .help, .undo, .search, .editExternally, .replace, .restoreOriginal, .select, .copy, .paste,
  ]

  private func draw(_ line: InputLine, label: String, on surface: inout Surface) -> Position {
    let area = layout.hints
    surface.fill(area, role: .input)
    let row = area.origin.row
    let flags = search.query.flags.isEmpty ? "" : search.query.flags + " "
    let start =
      1
      + surface.write(
        flags + label, at: Position(column: 1, row: row), columns: area.size.columns - 2, role: .statusKey)
    let status = if case .with = prompt { "Enter goes on" } else { search.status }
    let columns = min(surface.columns(of: status), max(0, (area.size.columns - start) / 2))
    let end = area.size.columns - columns - 1
    surface.write(
      status, at: Position(column: end, row: row), columns: columns,
      role: search.fault == nil ? .inputPlaceholder : .inputError)
    let column = line.draw(
      on: &surface, at: Position(column: start, row: row), columns: max(1, end - start - 1), role: .input)
    return Position(column: column, row: row)
  }

  /// As many as fit.
  private func write(_ hints: [(String, String)], on surface: inout Surface, head: String = "") {
    let area = layout.hints
    surface.fill(area, role: .hint)
    var column = 1
    func put(_ text: String, _ role: Role) {
      column +=
        surface.write(
          text, at: Position(column: column, row: area.origin.row),
          columns: max(0, area.size.columns - column),
          role: role) + 1
    }
    if !head.isEmpty { put(head, .hint) }
    for (keys, title) in hints {
      let columns = surface.columns(of: keys) + surface.columns(of: title) + (title.isEmpty ? 1 : 2)
      guard column + columns <= area.size.columns + 1 else { return }
      put(keys, .statusKey)
      if !title.isEmpty { put(title, .hint) }
      column += 1
    }
  }
}
