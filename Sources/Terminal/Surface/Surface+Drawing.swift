extension Surface {
  /// Fills a part with one glyph.
  package mutating func fill(_ area: Rectangle, with glyph: Glyph = .space, role: Role) {
    let area = area.intersection(bounds)
    let width = max(1, Int(glyph.width))
    for row in area.rows {
      for column in stride(from: area.columns.lowerBound, to: area.columns.upperBound, by: width) {
        let fits = glyph.width > 0 && column + width <= area.columns.upperBound
        put(fits ? glyph : .space, column: column, row: row, role: role)
      }
    }
  }

  /// Writes one line of our own or foreign text, sanitized; what exceeds `columns` is cut and ends in `…`.
  ///
  /// On a surface that shows ASCII only, marks and separators of ours are written as their plain likeness: `·` as `-`,
  /// `–` as `-`, `▌` as `|`, `…` as `...`, also at a cut.
  ///
  /// - Returns: the number of columns written.
  @discardableResult
  package mutating func write(_ text: String, at position: Position, columns: Int, role: Role) -> Int {
    let available = min(columns, size.columns - position.column)
    guard available > 0, bounds.rows.contains(position.row) else { return 0 }
    let line = SingleLine(text, columns: available, repertoire: repertoire)
    var column = 0
    for element in line.elements {
      line.text.showGlyphs(of: element, at: column, in: available) { glyph, isEscape in
        put(
          glyph, column: position.column + column, row: position.row, role: isEscape ? .textEscape : role)
        column += Int(glyph.width)
      }
    }
    for mark in line.cutMark.unicodeScalars {
      put(Glyph(base: mark), column: position.column + column, row: position.row, role: role)
      column += 1
    }
    return line.width
  }

  /// Draws one row of wrapped text, blank to the end of `columns`. Tokens in place of hidden characters are drawn in
  /// `text.escape`.
  package mutating func draw(
    _ text: WrappedText, row: Int, at position: Position, columns: Int, role: Role
  ) {
    fill(Rectangle(origin: position, size: Size(columns: columns, rows: 1)), role: role)
    guard text.rows.indices.contains(row), bounds.rows.contains(position.row) else { return }
    text.showGlyphs(ofRow: row) { glyph, column, isEscape in
      guard column + Int(glyph.width) <= columns else { return }
      put(
        glyph, column: position.column + column, row: position.row, role: isEscape ? .textEscape : role)
    }
  }

  /// Gives cells another role and leaves what they show. A wide glyph takes it when its first cell is in the area.
  package mutating func setRole(_ role: Role, in area: Rectangle) {
    let area = area.intersection(bounds)
    for row in area.rows {
      for column in area.columns where cells[row * size.columns + column].glyph.width > 0 {
        setRole(role, column: column, row: row)
        if cells[row * size.columns + column].glyph.width == 2 {
          setRole(role, column: column + 1, row: row)
        }
      }
    }
  }
}
