/// A grid of cells that screens draw on. Whatever falls outside is clipped; a wide glyph is never left half.
package struct Surface: Equatable, Sendable {
  package let size: Size
  /// What the terminal can show: words that are written follow it. Text that is drawn was laid out for it already.
  package let repertoire: Repertoire
  private(set) var rows: [SurfaceRow]

  package init(size: Size, repertoire: Repertoire = .unicode) {
    self.size = size
    self.repertoire = repertoire
    rows = Array(repeating: SurfaceRow(columns: size.columns), count: size.rows)
  }

  package subscript(position: Position) -> Cell { rows[position.row][position.column] }

  /// Row by row.
  package var cells: [Cell] { rows.flatMap(\.all) }

  package var bounds: Rectangle { Rectangle(origin: Position(column: 0, row: 0), size: size) }
}

// MARK: - Whole rows

extension Surface {
  /// A row as it is now, for another surface that shows the same in it.
  package func row(_ row: Int) -> SurfaceRow { rows[row] }

  /// Takes a row over from a surface of the same repertoire; `false` if that was not as wide.
  package mutating func take(_ taken: SurfaceRow, asRow row: Int) -> Bool {
    guard bounds.rows.contains(row), taken.cells.count == size.columns else { return false }
    rows[row] = taken
    return true
  }
}

// MARK: - Differences

extension Surface {
  /// The stretches of a row in which it differs from that of a surface as wide.
  package func changes(inRow row: Int, from other: Surface) -> [Range<Int>] {
    rows[row].changes(from: other.rows[row])
  }

  /// The stretches of a row in which it is not blank in the role of text.
  package func changes(fromBlankInRow row: Int) -> [Range<Int>] { rows[row].changesFromBlank }
}

// MARK: - Overwriting

extension Surface {
  /// Makes part of a row blank, in a role, for `body` to put glyphs in. Where a wide glyph reaches in from outside, its
  /// other half becomes blank.
  @inline(__always)
  mutating func overwrite(_ columns: Range<Int>, row: Int, role: Role, with body: (inout CellSpan) -> Void) {
    guard row >= 0, row < size.rows else { return }
    rows[row].overwrite(columns, role: role, with: body)
  }

  /// Puts one glyph in its cells. A wide glyph of which only one half is on the surface is a blank there.
  mutating func put(_ glyph: Glyph, column: Int, row: Int, role: Role) {
    overwrite(column..<column + max(1, Int(glyph.width)), row: row, role: role) { span in
      if span.count >= glyph.width { span.put(glyph, at: 0, role: role) }
    }
  }

  /// Gives cells another role and leaves what they show. A wide glyph takes it when its first cell is in the area.
  package mutating func setRole(_ role: Role, in area: Rectangle) {
    let area = area.intersection(bounds)
    for row in area.rows { rows[row].setRole(role, in: area.columns) }
  }
}
