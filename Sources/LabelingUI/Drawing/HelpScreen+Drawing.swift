import Terminal

extension HelpScreen {
  func draw(on surface: inout Surface, glyphs: ChromeGlyphs, repertoire: Repertoire) -> Position {
    let width = surface.size.columns
    var title = PaneTitle(label: "Keys", labelRole: .paneTitle)
    if keymap.bindings.preset != .default { title.badges = [keymap.bindings.preset.rawValue] }
    title.note = viewport.positionNote
    title.draw(on: &surface, in: Rectangle(column: 0, row: 0, columns: width, rows: 1), glyphs: glyphs)
    let cursor = drawFilter(on: &surface, row: 1)
    for column in 0..<columns.count { draw(column: column, on: &surface, glyphs: glyphs) }
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
        "No command or sign is like that.", at: Position(column: 1, row: row + 1), columns: columns - 1,
        role: .textMuted)
    }
    return Position(column: min(start + used, columns - 1), row: row)
  }

  private func drawLastLine(on surface: inout Surface, repertoire: Repertoire) {
    let row = surface.size.rows - 1
    if let notice { return notice.draw(on: &surface, lastRow: row, repertoire: repertoire) }
    KeyLine(hints: [
      filter.isEmpty ? "Esc closes" : "Esc clears", "Enter carries it out",
      columns.count > 1 ? "Up Down Left Right" : "Up Down", "PgUp PgDn",
    ])
    .draw(on: &surface)
  }

  private func draw(column: Int, on surface: inout Surface, glyphs: ChromeGlyphs) {
    let area = columns.area(ofColumn: column)
    let first = viewport.top + column * columns.height
    for line in 0..<area.size.rows {
      let row = Rectangle(
        column: area.origin.column, row: area.origin.row + line, columns: area.size.columns, rows: 1)
      guard row.origin.row < surface.size.rows - 1 else { return }
      if column < columns.count - 1 {
        let edge = Rectangle(column: row.columns.upperBound, row: row.origin.row, columns: 1, rows: 1)
        surface.fill(edge, with: glyphs.vertical, role: .border)
      }
      if rows.indices.contains(first + line) {
        draw(rows[first + line], on: &surface, in: row, glyphs: glyphs)
      }
    }
  }

  private func draw(
    _ row: HelpRows.Row, on surface: inout Surface, in area: Rectangle, glyphs: ChromeGlyphs
  ) {
    if row.subject != nil, row.subject == selection {
      surface.fill(area, role: .menuSelected)
      surface.fill(
        Rectangle(origin: area.origin, size: Size(columns: 1, rows: 1)), with: glyphs.focusMark,
        role: .menuSelected)
    }
    let start = Position(column: area.origin.column + 1, row: area.origin.row)
    switch row.content {
    case .blank: break
    case .section(let name):
      surface.write(name, at: start, columns: area.size.columns - 1, role: .helpSection)
    case .entry(let entry):
      surface.write(
        entry.keys.isEmpty ? "–" : entry.keys, at: start, columns: columns.keyColumns,
        role: role(.helpKey, of: entry))
      draw(entry, row: 0, on: &surface, in: area)
    case .continuation(let entry, let textRow): draw(entry, row: textRow, on: &surface, in: area)
    }
  }

  private func draw(_ entry: HelpEntry, row textRow: Int, on surface: inout Surface, in area: Rectangle) {
    surface.draw(
      entry.text, row: textRow,
      at: Position(column: area.origin.column + columns.textStart, row: area.origin.row),
      columns: max(0, area.size.columns - columns.textStart), role: role(.helpText, of: entry))
  }

  private func role(_ role: Role, of entry: HelpEntry) -> Role {
    if entry.subject == selection { return .menuSelected }
    return entry.isAvailable ? role : .disabled
  }
}
