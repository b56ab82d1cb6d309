/// A grid of cells that screens draw on. Whatever falls outside is clipped; a wide glyph is never left half.
package struct Surface: Equatable, Sendable {
  package let size: Size
  package private(set) var cells: [Cell]

  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  package subscript(position: Position) -> Cell {
    cells[position.row * size.columns + position.column]
  }
}
