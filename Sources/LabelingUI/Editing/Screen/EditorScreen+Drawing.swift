import Terminal

extension EditorScreen {
  /// Draws over what is there, and tells where the cursor stands; `nil` if it is scrolled away.
  func draw(on surface: inout Surface, glyphs: ChromeGlyphs) -> Position? {
    if case .help(let help) = prompt { return help.draw(on: &surface, glyphs: glyphs) }
    if let pane = originalPane, let place = layout.original {
      draw(pane, in: place, on: &surface, glyphs: glyphs)
    }
    drawSeparator(on: &surface, glyphs: glyphs)
    let cursor = drawText(on: &surface, glyphs: glyphs)
    drawStatus(on: &surface)
    return drawLastLine(on: &surface) ?? cursor
  }

  private func draw(
    _ pane: TextPane, in place: EditorLayout.Pane, on surface: inout Surface, glyphs: ChromeGlyphs
  ) {
    var title = PaneTitle(label: "Original", labelRole: .paneTitle)
    title.note = pane.viewport.positionNote
    surface.fill(place.gutter, role: .gutter)
    surface.fill(place.body, role: .text)
    title.draw(on: &surface, in: place.title, glyphs: glyphs)
    pane.draw(on: &surface, in: place.body)
    pane.drawSigns(on: &surface, in: place.gutter, role: .gutter)
    if original.isEmpty {
      surface.write("(empty)", at: place.body.origin, columns: place.body.size.columns, role: .textMuted)
    }
  }

  private func drawSeparator(on surface: inout Surface, glyphs: ChromeGlyphs) {
    guard layout.isBeside, let left = layout.original else { return }
    let area = Rectangle(
      column: left.title.columns.upperBound, row: 0, columns: 1, rows: 1 + left.body.size.rows)
    surface.fill(area, with: glyphs.lines.vertical, role: .border)
  }

  private func drawText(on surface: inout Surface, glyphs: ChromeGlyphs) -> Position? {
    var title = PaneTitle(label: name.prefix(1).uppercased() + name.dropFirst(), labelRole: .paneTitle)
    title.isFocused = true
    title.badges = badges
    title.note = place
    surface.fill(layout.text.body, role: .text)
    surface.fill(layout.text.gutter, with: glyphs.focusMark, role: .gutterFocus)
    title.draw(on: &surface, in: layout.text.title, glyphs: glyphs)
    var cursor: Position?
    let flow = editor.flow
    let target = flow.place(of: editor.cursor)
    for (line, place) in window.places(in: flow).enumerated() where line < layout.text.body.size.rows {
      draw(place, line: line, on: &surface)
      if place.start == target.start, place.piece.range == target.piece.range {
        let body = layout.text.body
        let column = min(place.column(of: editor.cursor), max(0, body.size.columns - 1))
        cursor = Position(column: body.origin.column + column, row: body.origin.row + line)
      }
    }
    return cursor
  }

  private func draw(_ place: TextFlow.Place, line: Int, on surface: inout Surface) {
    let body = layout.text.body
    let position = Position(column: body.origin.column, row: body.origin.row + line)
    surface.draw(place.piece.wrapped, row: place.row, at: position, columns: body.size.columns, role: .text)
    let range = place.range
    let marks = tracking.marks.touching(range.lowerBound..<max(range.upperBound, range.lowerBound + 1))
    mark(place, marks, at: position, on: &surface)
    mark(place, found(in: range)[...], at: position, on: &surface)
    if let selection = editor.selection, selection.overlaps(range) {
      mark(place, [RoleSpan(range: selection, role: .selection)][...], at: position, on: &surface)
    }
    guard !range.isEmpty, let sign = DifferenceSign.glyph(for: marks, repertoire: surface.repertoire) else {
      return
    }
    let cell = Rectangle(column: layout.text.gutter.origin.column, row: position.row, columns: 1, rows: 1)
    surface.fill(cell, with: sign, role: .gutterFocus)
  }

  /// Spans count from the beginning of the text, what is drawn from the beginning of its piece.
  private func mark(
    _ place: TextFlow.Place, _ spans: ArraySlice<RoleSpan>, at position: Position, on surface: inout Surface
  ) {
    let start = place.piece.range.lowerBound
    let shifted = spans.map { span in
      RoleSpan(
        range: max(0, span.range.lowerBound - start)..<max(0, span.range.upperBound - start), role: span.role)
    }
    surface.mark(
      place.piece.wrapped, row: place.row, at: position, columns: layout.text.body.size.columns,
      spans: shifted[...])
  }

  /// Only while something is looked for or replaced.
  private func found(in range: Range<Int>) -> [RoleSpan] {
    switch prompt {
    case .find, .replace, .with, .replacing: break
    case nil, .leaving, .help: return []
    }
    return search.matches.filter { $0.overlaps(range) }.map { RoleSpan(range: $0, role: .markMatch) }
  }
}

// MARK: - Words

extension EditorScreen {
  private var badges: [String] {
    let state = isChanged ? "not saved" : saved == original ? nil : "saved"
    return [subject.field, state].compactMap(\.self)
  }

  private var place: String { "line \(editor.text.line(at: editor.cursor) + 1)/\(editor.text.lineCount)" }

  private func drawStatus(on surface: inout Surface) {
    guard let area = layout.status else { return }
    surface.fill(area, role: .text)
    let words = editor.text == original ? "as the original" : tracking.difference?.words ?? "…"
    surface.write(
      words, at: Position(column: 1, row: area.origin.row), columns: area.size.columns - 2, role: .textMuted)
  }

  /// What is asked, or the keys; tells where the cursor of a line that is typed stands.
  private func drawLastLine(on surface: inout Surface) -> Position? {
    let area = layout.hints
    switch prompt {
    case .find(let line): return draw(line, label: "Find: ", on: &surface)
    case .replace(let line): return draw(line, label: "Replace: ", on: &surface)
    case .with(let line): return draw(line, label: "With: ", on: &surface)
    case .replacing:
      write([("y", "replaces"), ("n", "next"), ("a", "all"), ("q", "enough")], on: &surface)
    case .leaving:
      write(
        [("s", "saves"), ("k", "keeps a draft"), ("x", "drops"), ("Esc", "goes on writing")], on: &surface,
        head: area.size.columns >= 70 ? "It is changed." : "")
    case nil, .help:
      write(
        Self.hints.compactMap { command in
          guard let keys = keymap.bindings[command].first?.text,
            let title = EditorCommandTable.definition(of: command)?.title
          else { return nil }
          return (keys, title)
        }, on: &surface)
    }
    return nil
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
    let columns = min(TextWidth.columns(of: status), max(0, (area.size.columns - start) / 2))
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
      let columns = TextWidth.columns(of: keys) + TextWidth.columns(of: title) + 2
      guard column + columns <= area.size.columns + 1 else { return }
      put(keys, .statusKey)
      put(title, .hint)
      column += 1
    }
  }
}
