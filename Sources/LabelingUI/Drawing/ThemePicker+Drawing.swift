import Terminal

extension ThemePicker {
  /// On the right, between the first and the last line, so that most of what the theme changes can be seen.
  static func area(on size: Size, names: [String], repertoire: Repertoire) -> Rectangle {
    let widest = names.map { TextWidth.columns(of: $0, repertoire: repertoire) }.max() ?? 0
    let columns = min(size.columns, max(24, widest + 4))
    let rows = rows(on: size, count: names.count)
    return Rectangle(
      column: size.columns - columns, row: min(1, size.rows - 1), columns: columns, rows: rows)
  }

  /// The names that are there, and the title.
  static func rows(on size: Size, count: Int) -> Int { max(1, min(count + 1, size.rows - 2)) }

  /// Draws over what is there; the cursor goes to the selected name.
  func draw(on surface: inout Surface, glyphs: ChromeGlyphs, repertoire: Repertoire) -> Position {
    let area = Self.area(on: surface.size, names: names, repertoire: repertoire)
    surface.fill(area, role: .menu)
    var title = PaneTitle(label: "Theme", labelRole: .paneTitle)
    title.note = "\(selected + 1)/\(names.count)"
    title.draw(
      on: &surface,
      in: Rectangle(origin: area.origin, size: Size(columns: area.size.columns, rows: 1)), glyphs: glyphs)
    for (offset, index) in viewport.rows.enumerated() {
      drawName(at: index, on: &surface, in: area, line: area.origin.row + 1 + offset, glyphs: glyphs)
    }
    drawLastLine(on: &surface, repertoire: repertoire)
    return Position(
      column: area.origin.column, row: area.origin.row + 1 + selected - viewport.rows.lowerBound)
  }

  private func drawName(
    at index: Int, on surface: inout Surface, in area: Rectangle, line: Int, glyphs: ChromeGlyphs
  ) {
    let isSelected = index == selected
    let role = isSelected ? Role.menuSelected : .menu
    let row = Rectangle(column: area.origin.column, row: line, columns: area.size.columns, rows: 1)
    surface.fill(row, role: role)
    let edge = Rectangle(origin: row.origin, size: Size(columns: 1, rows: 1))
    surface.fill(
      edge, with: isSelected ? glyphs.focusMark : glyphs.vertical,
      role: isSelected ? role : .border)
    surface.write(
      names[index], at: Position(column: row.origin.column + 2, row: line), columns: row.size.columns - 3,
      role: role)
  }

  private func drawLastLine(on surface: inout Surface, repertoire: Repertoire) {
    let row = surface.size.rows - 1
    if let notice { return notice.draw(on: &surface, lastRow: row, repertoire: repertoire) }
    KeyLine(hints: ["Enter keeps", "Esc goes back", "Up Down"]).draw(on: &surface)
  }
}
