extension Surface {
  package mutating func drawHorizontalLine(
    at position: Position, columns: Int, glyphs: LineGlyphs = .unicode, role: Role = .border
  ) {
    fill(
      Rectangle(origin: position, size: Size(columns: columns, rows: 1)), with: glyphs.horizontal, role: role)
  }

  package mutating func drawVerticalLine(
    at position: Position, rows: Int, glyphs: LineGlyphs = .unicode, role: Role = .border
  ) {
    fill(Rectangle(origin: position, size: Size(columns: 1, rows: rows)), with: glyphs.vertical, role: role)
  }

  /// Draws the outline of a part and leaves what is inside.
  package mutating func drawBox(_ area: Rectangle, glyphs: LineGlyphs = .unicode, role: Role = .border) {
    guard area.size.columns >= 2, area.size.rows >= 2 else { return }
    let (left, right) = (area.columns.lowerBound, area.columns.upperBound - 1)
    let (top, bottom) = (area.rows.lowerBound, area.rows.upperBound - 1)
    for row in [top, bottom] {
      drawHorizontalLine(
        at: Position(column: left, row: row), columns: area.size.columns, glyphs: glyphs, role: role)
    }
    for column in [left, right] {
      drawVerticalLine(
        at: Position(column: column, row: top), rows: area.size.rows, glyphs: glyphs, role: role)
    }
    put(glyphs.upperLeft, column: left, row: top, role: role)
    put(glyphs.upperRight, column: right, row: top, role: role)
    put(glyphs.lowerLeft, column: left, row: bottom, role: role)
    put(glyphs.lowerRight, column: right, row: bottom, role: role)
  }
}
