import Terminal

extension HelpScreen {
  func draw(on surface: inout Surface, glyphs: ChromeGlyphs) -> Position {
    let columns = surface.size.columns
    var title = PaneTitle(label: "Keys", labelRole: .paneTitle)
    title.note = viewport.positionNote
    title.draw(on: &surface, in: Rectangle(column: 0, row: 0, columns: columns, rows: 1), glyphs: glyphs)
    for (offset, row) in viewport.rows.enumerated() { draw(rows[row], on: &surface, row: offset + 1) }
    let last = Rectangle(column: 0, row: surface.size.rows - 1, columns: columns, rows: 1)
    surface.fill(last, role: .hint)
    surface.write(
      " Esc or ? closes   Up Down PgUp PgDn scroll", at: last.origin, columns: columns, role: .hint)
    return Position(column: 0, row: 1)
  }

  private func draw(_ content: Row, on surface: inout Surface, row: Int) {
    let start = Position(column: 1, row: row)
    switch content {
    case .blank: break
    case .section(let name):
      surface.write(name, at: start, columns: surface.size.columns - 1, role: .helpSection)
    case .command(let entry):
      surface.write(
        entry.keys, at: start, columns: Self.keyColumns(on: surface.size),
        role: entry.isAvailable ? .helpKey : .disabled)
      draw(entry, row: 0, on: &surface, at: row)
    case .continuation(let entry, let textRow): draw(entry, row: textRow, on: &surface, at: row)
    }
  }

  private func draw(_ entry: HelpEntry, row textRow: Int, on surface: inout Surface, at row: Int) {
    let column = Self.keyColumns(on: surface.size) + 3
    surface.draw(
      entry.text, row: textRow, at: Position(column: column, row: row),
      columns: max(0, surface.size.columns - column), role: entry.isAvailable ? .helpText : .disabled)
  }
}
