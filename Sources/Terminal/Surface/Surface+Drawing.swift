extension Surface {
  /// Fills a part with one glyph.
  package mutating func fill(_ area: Rectangle, with glyph: Glyph = .space, role: Role) {
    let area = area.intersection(bounds)
    for row in area.rows {
      overwrite(area.columns, row: row, role: role) { span in
        guard glyph != .space, glyph.width > 0 else { return }
        for column in stride(from: 0, to: span.count, by: Int(glyph.width)) {
          span.put(glyph, at: column, role: role)
        }
      }
    }
  }

  /// What `write` takes for a text that is not cut.
  package func columns(of text: String) -> Int {
    TextWidth.columns(of: text, repertoire: repertoire)
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
    if let columns = writePlain(text, at: position, columns: available, role: role) { return columns }
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

  /// Writes a line that fits and has nothing to sanitize, as most of our own. Otherwise writes nothing and returns `nil`.
  private mutating func writePlain(_ text: String, at position: Position, columns: Int, role: Role) -> Int? {
    guard position.column >= 0, let width = TextWidth.plainColumns(of: text, repertoire: repertoire),
      width <= columns
    else { return nil }
    overwrite(position.column..<position.column + width, row: position.row, role: role) { span in
      for (column, scalar) in text.unicodeScalars.enumerated() {
        span.put(Glyph(base: scalar), at: column, role: role)
      }
    }
    return width
  }

  /// Draws one row of wrapped text, blank to the end of `columns`. Tokens in place of hidden characters are drawn in
  /// `text.escape`, the sign of a row that goes on with a line of code in `text.muted`.
  package mutating func draw(
    _ text: WrappedText, row: Int, at position: Position, columns: Int, role: Role
  ) {
    let hidden = max(0, -position.column)
    overwrite(position.column..<position.column + max(0, columns), row: position.row, role: role) { span in
      guard text.rows.indices.contains(row) else { return }
      if let column = text.signColumn(ofRow: row) {
        span.put(ContinuationSign.glyph(for: text.text.repertoire), at: column - hidden, role: .textMuted)
      }
      let elements = text.elements(ofRow: row)
      if span.put(plain: elements, at: Int(text.rows[row].indent) - hidden, role: role) { return }
      text.showGlyphs(ofRow: row) { glyph, column, isEscape in
        span.put(glyph, at: column - hidden, role: isEscape ? .textEscape : role)
      }
    }
  }
}
