/// Neighboring cells of a row while they are overwritten.
struct CellSpan {
  private let cells: UnsafeMutableBufferPointer<StoredCell>
  /// Glyphs with marks that the surface had before.
  private let knownClusters: Int
  /// Those that came with this.
  private(set) var clusters: [Glyph] = []

  init(_ cells: UnsafeMutableBufferPointer<StoredCell>, knownClusters: Int) {
    self.cells = cells
    self.knownClusters = knownClusters
  }

  var count: Int { cells.count }

  /// Puts one glyph in its cells; does nothing if one of them is outside.
  @inline(__always)
  mutating func put(_ glyph: Glyph, at column: Int, role: Role) {
    guard column >= 0, column + Int(glyph.width) <= cells.count else { return }
    cells[column] =
      glyph.hasMarks
      ? add(glyph, role: role) : StoredCell(glyph.base, width: glyph.width, role: role)
    if glyph.width == 2 { cells[column + 1] = StoredCell(" ", width: 0, role: role) }
  }

  /// Puts what plain elements show, side by side; `false` if one of them is not plain, and the cells are of no use.
  func put(plain elements: ArraySlice<TextElement>, at column: Int, role: Role) -> Bool {
    guard column >= 0, column + elements.count <= cells.count else { return false }
    let target = UnsafeMutableBufferPointer(rebasing: cells[column..<column + elements.count])
    return elements.withUnsafeBufferPointer { elements in
      // Told at the end only, which lets the compiler put many at once.
      var all: UInt32 = 0
      for index in elements.indices {
        target[index] = StoredCell(plain: elements[index], role: role)
        all |= elements[index].code
      }
      return all <= TextElement.payloadLimit
    }
  }

  private mutating func add(_ cluster: Glyph, role: Role) -> StoredCell {
    clusters.append(cluster)
    return StoredCell(cluster: knownClusters + clusters.count - 1, width: cluster.width, role: role)
  }
}
