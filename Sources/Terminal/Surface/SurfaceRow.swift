/// One row of a surface. It knows its glyphs with marks itself, so that it can be taken over by another surface; as long as
/// it is not written on there, both have the same memory.
package struct SurfaceRow: Sendable {
  private(set) var cells: [StoredCell]
  /// Glyphs with marks, which cells refer to.
  private(set) var clusters: [Glyph] = []

  init(columns: Int) {
    cells = Array(repeating: .blank(.text), count: columns)
  }

  subscript(column: Int) -> Cell {
    let cell = cells[column]
    let glyph = cell.cluster.map { clusters[$0] } ?? Glyph(base: cell.scalar, width: cell.width)
    return Cell(glyph: glyph, role: cell.role)
  }

  var all: [Cell] { cells.indices.map { self[$0] } }
}

// MARK: - Overwriting

extension SurfaceRow {
  /// Makes a part blank, in a role, for `body` to put glyphs in. Where a wide glyph reaches in from outside, its other half
  /// becomes blank.
  @inline(__always)
  mutating func overwrite(_ columns: Range<Int>, role: Role, with body: (inout CellSpan) -> Void) {
    let columns = columns.clamped(to: cells.indices)
    guard !columns.isEmpty else { return }
    let (start, end) = (columns.lowerBound, columns.upperBound)
    if start > 0, cells[start].width == 0 { cells[start - 1] = .blank(cells[start - 1].role) }
    if end < cells.count, cells[end].width == 0 { cells[end] = .blank(cells[end].role) }
    let known = clusters.count
    let added = cells.withUnsafeMutableBufferPointer { cells in
      cells[columns].update(repeating: .blank(role))
      var span = CellSpan(UnsafeMutableBufferPointer(rebasing: cells[columns]), knownClusters: known)
      body(&span)
      return span.clusters
    }
    if !added.isEmpty { clusters += added }
  }

  /// Gives cells another role and leaves what they show. A wide glyph takes it when its first cell is among them.
  mutating func setRole(_ role: Role, in columns: Range<Int>) {
    for column in columns where cells[column].width > 0 {
      cells[column].role = role
      if cells[column].width == 2 { cells[column + 1].role = role }
    }
  }
}

// MARK: - Differences

extension SurfaceRow: Equatable {
  package static func == (left: SurfaceRow, right: SurfaceRow) -> Bool {
    guard left.cells.count == right.cells.count else { return false }
    if left.clusters.isEmpty, right.clusters.isEmpty { return left.hasSameWords(as: right) }
    if left.cells.hasSameMemory(as: right.cells), left.clusters.hasSameMemory(as: right.clusters) {
      return true
    }
    return left.cells.indices.allSatisfy { left.isSame($0, as: right) }
  }

  /// The stretches in which it differs from a row as wide. Those that are near each other are one: painting what is between
  /// them takes less than going there.
  ///
  /// None begins within a wide glyph: the halves of one have the same role, so the first is different too.
  func changes(from other: SurfaceRow) -> [Range<Int>] {
    self == other ? [] : stretches { isSame($0, as: other) }
  }

  /// The stretches in which it is not blank in the role of text.
  var changesFromBlank: [Range<Int>] { stretches { cells[$0] == .blank(.text) } }

  private func stretches(where isSame: (Int) -> Bool) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    for column in cells.indices where !isSame(column) {
      if let last = stretches.last, column - last.upperBound < Self.nearby {
        stretches[stretches.count - 1] = last.lowerBound..<column + 1
      } else {
        stretches.append(column..<column + 1)
      }
    }
    return stretches
  }

  /// About the bytes that it takes to move a terminal's cursor.
  private static let nearby = 8

  /// Without an end at the first difference, which lets the compiler compare many cells at once.
  private func hasSameWords(as other: SurfaceRow) -> Bool {
    cells.withUnsafeBufferPointer { mine in
      other.cells.withUnsafeBufferPointer { theirs in
        if mine.baseAddress == theirs.baseAddress { return true }
        return mine.withMemoryRebound(to: UInt64.self) { mine in
          theirs.withMemoryRebound(to: UInt64.self) { theirs in
            var difference: UInt64 = 0
            for index in mine.indices { difference |= mine[index] ^ theirs[index] }
            return difference == 0
          }
        }
      }
    }
  }

  private func isSame(_ column: Int, as other: SurfaceRow) -> Bool {
    let (mine, theirs) = (cells[column], other.cells[column])
    guard let cluster = mine.cluster, let otherCluster = theirs.cluster else { return mine == theirs }
    return mine.role == theirs.role && clusters[cluster] == other.clusters[otherCluster]
  }
}

extension Array {
  /// Whether both are one and the same until one of them is written on: equal, then, without a look at what is in them.
  package func hasSameMemory(as other: [Element]) -> Bool {
    count == other.count
      && withUnsafeBufferPointer { mine in
        other.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress }
      }
  }
}
