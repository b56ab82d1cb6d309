/// A grid of cells that screens draw on. Whatever falls outside is clipped; a wide glyph is never left half.
package struct Surface: Sendable {
  package let size: Size
  /// What the terminal can show: words that are written follow it. Text that is drawn was laid out for it already.
  package let repertoire: Repertoire
  private(set) var stored: [StoredCell]
  /// Glyphs with marks, which cells refer to.
  private(set) var clusters: [Glyph] = []

  package init(size: Size, repertoire: Repertoire = .unicode) {
    self.size = size
    self.repertoire = repertoire
    stored = Array(repeating: .blank(.text), count: size.columns * size.rows)
  }

  package subscript(position: Position) -> Cell {
    cell(stored[position.row * size.columns + position.column])
  }

  /// Row by row.
  package var cells: [Cell] { stored.map(cell) }

  package var bounds: Rectangle { Rectangle(origin: Position(column: 0, row: 0), size: size) }

  private func cell(_ cell: StoredCell) -> Cell {
    let glyph = cell.cluster.map { clusters[$0] } ?? Glyph(base: cell.scalar, width: cell.width)
    return Cell(glyph: glyph, role: cell.role)
  }
}

// MARK: - Overwriting

extension Surface {
  /// Makes part of a row blank, in a role, for `body` to put glyphs in. Where a wide glyph reaches in from outside, its
  /// other half becomes blank.
  @inline(__always)
  mutating func overwrite(_ columns: Range<Int>, row: Int, role: Role, with body: (inout CellSpan) -> Void) {
    let columns = columns.clamped(to: 0..<size.columns)
    guard !columns.isEmpty, row >= 0, row < size.rows else { return }
    let (start, end) = (row * size.columns + columns.lowerBound, row * size.columns + columns.upperBound)
    if stored[start].width == 0 { stored[start - 1] = .blank(stored[start - 1].role) }
    if columns.upperBound < size.columns, stored[end].width == 0 { stored[end] = .blank(stored[end].role) }
    let known = clusters.count
    let added = stored.withUnsafeMutableBufferPointer { cells in
      cells[start..<end].update(repeating: .blank(role))
      var span = CellSpan(UnsafeMutableBufferPointer(rebasing: cells[start..<end]), knownClusters: known)
      body(&span)
      return span.clusters
    }
    if !added.isEmpty { clusters += added }
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
    for row in area.rows {
      for column in area.columns {
        let index = row * size.columns + column
        guard stored[index].width > 0 else { continue }
        stored[index].role = role
        if stored[index].width == 2 { stored[index + 1].role = role }
      }
    }
  }
}
