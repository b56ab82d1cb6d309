/// A grid of cells that screens draw on. Whatever falls outside is clipped; a wide glyph is never left half.
package struct Surface: Equatable, Sendable {
  package let size: Size
  /// What the terminal can show: words that are written follow it. Text that is drawn was laid out for it already.
  package let repertoire: Repertoire
  package private(set) var cells: [Cell]

  package init(size: Size, repertoire: Repertoire = .unicode) {
    self.size = size
    self.repertoire = repertoire
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  package subscript(position: Position) -> Cell {
    cells[position.row * size.columns + position.column]
  }

  package var bounds: Rectangle { Rectangle(origin: Position(column: 0, row: 0), size: size) }

  /// Puts one glyph in its cells. The other half of a wide glyph that it cuts becomes blank; a wide glyph of which only
  /// one half is on the surface is a blank there.
  @inline(__always)
  mutating func put(_ glyph: Glyph, column: Int, row: Int, role: Role) {
    guard row >= 0, row < size.rows else { return }
    if glyph.width == 2, column < 0 || column + 1 >= size.columns {
      set(.space, column: column, row: row, role: role)
      set(.space, column: column + 1, row: row, role: role)
    } else {
      set(glyph, column: column, row: row, role: role)
      if glyph.width == 2 { set(.continuation, column: column + 1, row: row, role: role) }
    }
  }

  @inline(__always)
  private mutating func set(_ glyph: Glyph, column: Int, row: Int, role: Role) {
    guard column >= 0, column < size.columns else { return }
    let index = row * size.columns + column
    let width = cells[index].glyph.width
    if width == 0, glyph.width > 0 { cells[index - 1].glyph = .space }
    if width == 2 { cells[index + 1].glyph = .space }
    cells[index] = Cell(glyph: glyph, role: role)
  }

  @inline(__always)
  mutating func setRole(_ role: Role, column: Int, row: Int) {
    cells[row * size.columns + column].role = role
  }
}
