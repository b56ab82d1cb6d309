import Terminal

extension HelpScreen {
  func draw(on surface: inout Surface, glyphs: ChromeGlyphs, repertoire: Repertoire) -> Position {
    let columns = surface.size.columns
    var title = PaneTitle(label: "Keys", labelRole: .paneTitle)
    if keymap.bindings.preset != .default { title.badges = [keymap.bindings.preset.rawValue] }
    title.note = viewport.positionNote
    title.draw(on: &surface, in: Rectangle(column: 0, row: 0, columns: columns, rows: 1), glyphs: glyphs)
    let cursor = drawFilter(on: &surface, row: 1)
    for (offset, row) in viewport.rows.enumerated() where offset + 2 < surface.size.rows - 1 {
      draw(rows[row], on: &surface, row: offset + 2, glyphs: glyphs)
    }
    drawLastLine(on: &surface, repertoire: repertoire)
    return cursor
  }

  /// A filter that is too long loses its beginning, so that what is typed shows.
  private func drawFilter(on surface: inout Surface, row: Int) -> Position {
    let columns = surface.size.columns
    let label = "Find: "
    surface.write(label, at: Position(column: 1, row: row), columns: columns - 1, role: .textMuted)
    let start = 1 + surface.columns(of: label)
    let room = max(1, columns - start - 1)
    if filter.isEmpty {
      surface.write(
        room > 14 ? "type to filter" : "a word", at: Position(column: start, row: row), columns: room,
        role: .inputPlaceholder)
      return Position(column: min(start, columns - 1), row: row)
    }
    var shown = filter
    while surface.columns(of: shown) > room { shown.unicodeScalars.removeFirst() }
    let used = surface.write(
      shown, at: Position(column: start, row: row), columns: room, role: rows.isEmpty ? .inputError : .input)
    if rows.isEmpty {
      surface.write(
        "No command is like that.", at: Position(column: 1, row: row + 1), columns: columns - 1,
        role: .textMuted)
    }
    return Position(column: min(start + used, columns - 1), row: row)
  }

  private func drawLastLine(on surface: inout Surface, repertoire: Repertoire) {
    let row = surface.size.rows - 1
    if let notice { return notice.draw(on: &surface, lastRow: row, repertoire: repertoire) }
    KeyLine(hints: [
      filter.isEmpty ? "Esc closes" : "Esc clears", "Enter carries it out", "Up Down", "PgUp PgDn",
    ])
    .draw(on: &surface)
  }

  private func draw(_ row: Row, on surface: inout Surface, row line: Int, glyphs: ChromeGlyphs) {
    let isSelected = row.command != nil && row.command == selected
    if isSelected {
      surface.fill(
        Rectangle(column: 0, row: line, columns: surface.size.columns, rows: 1), role: .menuSelected)
      surface.fill(
        Rectangle(column: 0, row: line, columns: 1, rows: 1), with: glyphs.focusMark, role: .menuSelected)
    }
    switch row.content {
    case .blank: break
    case .section(let name):
      surface.write(
        name, at: Position(column: 1, row: line), columns: surface.size.columns - 1, role: .helpSection)
    case .command(let entry):
      surface.write(
        entry.keys.isEmpty ? "–" : entry.keys, at: Position(column: 1, row: line),
        columns: Self.keyColumns(on: surface.size), role: role(.helpKey, of: entry))
      draw(entry, row: 0, on: &surface, at: line)
    case .continuation(let entry, let textRow): draw(entry, row: textRow, on: &surface, at: line)
    }
  }

  private func draw(_ entry: HelpEntry, row textRow: Int, on surface: inout Surface, at row: Int) {
    let column = Self.keyColumns(on: surface.size) + 3
    surface.draw(
      entry.text, row: textRow, at: Position(column: column, row: row),
      columns: max(0, surface.size.columns - column), role: role(.helpText, of: entry))
  }

  private func role(_ role: Role, of entry: HelpEntry) -> Role {
    if entry.command == selected { return .menuSelected }
    return entry.isAvailable ? role : .disabled
  }
}
