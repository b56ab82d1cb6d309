extension WrappedText {
  /// The columns in which a row shows some of the text at those ranges of UTF-8 offsets.
  ///
  /// - Parameter ranges: ascend and do not overlap.
  package func columns(ofRow row: Int, showing ranges: ArraySlice<Range<Int>>) -> [Range<Int>] {
    guard rows.indices.contains(row), !ranges.isEmpty else { return [] }
    var spans: [Range<Int>] = []
    var column = Int(rows[row].indent)
    var ranges = ranges.dropFirst(ranges.count(endingBefore: anchor(ofRow: row)))
    for index in Int(rows[row].start)..<Int(rows[row].end) {
      let element = text.elements[index]
      let width = element.width(at: column, in: columns)
      while let first = ranges.first, first.upperBound <= Int(element.offset) { ranges = ranges.dropFirst() }
      guard let range = ranges.first else { break }
      if range.lowerBound < end(ofElement: index) { spans.append(adjoining: column..<column + width) }
      column += width
    }
    return spans
  }

  private func end(ofElement index: Int) -> Int {
    index + 1 < text.elements.count ? Int(text.elements[index + 1].offset) : Int.max
  }
}

extension Surface {
  /// Gives a role to what a row of wrapped text, drawn at that place, shows of some ranges of its text.
  package mutating func mark(
    _ text: WrappedText, row: Int, showing ranges: ArraySlice<Range<Int>>, at position: Position,
    columns: Int,
    role: Role
  ) {
    for span in text.columns(ofRow: row, showing: ranges) {
      let shown = span.clamped(to: 0..<max(0, columns))
      setRole(
        role,
        in: Rectangle(
          column: position.column + shown.lowerBound, row: position.row, columns: shown.count, rows: 1))
    }
  }
}

extension ArraySlice<Range<Int>> {
  /// How many of the ranges, which ascend, end at the offset or before it.
  fileprivate func count(endingBefore offset: Int) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low - startIndex
  }
}

extension [Range<Int>] {
  fileprivate mutating func append(adjoining range: Range<Int>) {
    if let last, last.upperBound == range.lowerBound {
      self[count - 1] = last.lowerBound..<range.upperBound
    } else {
      append(range)
    }
  }
}
