/// A part of a surface, in cells.
package struct Rectangle: Hashable, Sendable {
  package let origin: Position
  package let size: Size

  package init(origin: Position, size: Size) {
    self.origin = origin
    self.size = size
  }

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.init(origin: Position(column: column, row: row), size: Size(columns: columns, rows: rows))
  }

  package var columns: Range<Int> { origin.column..<(origin.column + size.columns) }
  package var rows: Range<Int> { origin.row..<(origin.row + size.rows) }

  package func contains(_ position: Position) -> Bool {
    columns.contains(position.column) && rows.contains(position.row)
  }
}

extension Rectangle {
  /// What both have in common; of no extent when that is nothing.
  package func intersection(_ other: Rectangle) -> Rectangle {
    let columns = columns.clamped(to: other.columns)
    let rows = rows.clamped(to: other.rows)
    return Rectangle(
      column: columns.lowerBound, row: rows.lowerBound, columns: columns.count, rows: rows.count)
  }
}
