extension Surface: Equatable {
  package static func == (left: Surface, right: Surface) -> Bool {
    left.size == right.size && left.repertoire == right.repertoire
      && (0..<left.size.rows).allSatisfy { left.row($0, equals: $0, of: right) }
  }
}

extension Surface {
  /// The stretches of a row in which it differs from that of a surface as wide. Those that are near each other are one:
  /// painting what is between them takes less than going there.
  ///
  /// None begins within a wide glyph: the halves of one have the same role, so the first is different too.
  package func changes(inRow row: Int, from other: Surface) -> [Range<Int>] {
    guard !self.row(row, equals: row, of: other) else { return [] }
    return stretches(ofRow: row) { isSame($0, as: $0, of: other) }
  }

  /// The stretches of a row in which it is not blank in the role of text.
  package func changes(fromBlankInRow row: Int) -> [Range<Int>] {
    stretches(ofRow: row) { stored[$0] == .blank(.text) }
  }

  private func stretches(ofRow row: Int, where isSame: (Int) -> Bool) -> [Range<Int>] {
    let start = row * size.columns
    var stretches: [Range<Int>] = []
    for column in 0..<size.columns where !isSame(start + column) {
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

  func row(_ row: Int, equals otherRow: Int, of other: Surface) -> Bool {
    let (start, otherStart) = (row * size.columns, otherRow * size.columns)
    if clusters.isEmpty, other.clusters.isEmpty { return hasSameWords(start, as: otherStart, of: other) }
    return (0..<size.columns).allSatisfy { isSame(start + $0, as: otherStart + $0, of: other) }
  }

  /// Without an end at the first difference, which lets the compiler compare many cells at once.
  private func hasSameWords(_ start: Int, as otherStart: Int, of other: Surface) -> Bool {
    stored.withUnsafeBufferPointer { mine in
      other.stored.withUnsafeBufferPointer { theirs in
        let mine = UnsafeBufferPointer(rebasing: mine[start..<start + size.columns])
        let theirs = UnsafeBufferPointer(rebasing: theirs[otherStart..<otherStart + size.columns])
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

  private func isSame(_ index: Int, as otherIndex: Int, of other: Surface) -> Bool {
    let (mine, theirs) = (stored[index], other.stored[otherIndex])
    guard let cluster = mine.cluster, let otherCluster = theirs.cluster else { return mine == theirs }
    return mine.role == theirs.role && clusters[cluster] == other.clusters[otherCluster]
  }
}
