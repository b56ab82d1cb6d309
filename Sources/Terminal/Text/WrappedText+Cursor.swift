/// Where a cursor stands in wrapped text.
extension WrappedText {
  /// The column at which a row shows the text at an offset; behind the last glyph for what comes after it.
  package func column(of offset: Int, inRow row: Int) -> Int {
    guard rows.indices.contains(row) else { return 0 }
    var column = Int(rows[row].indent)
    for element in elements(ofRow: row) {
      if Int(element.offset) >= offset { break }
      column += element.width(at: column, in: columns)
    }
    return column
  }

  /// The offset of what a row shows in a column; behind the last glyph, where the row's text ends.
  ///
  /// - Parameter end: the length of the original text.
  package func offset(inColumn target: Int, ofRow row: Int, end: Int) -> Int {
    guard rows.indices.contains(row) else { return end }
    var column = Int(rows[row].indent)
    for element in elements(ofRow: row) {
      column += element.width(at: column, in: columns)
      if column > target { return Int(element.offset) }
    }
    return endOffset(ofRow: row, end: end)
  }

  /// Where the text of a row ends. The next row's beginning belongs to that one: where no blank was swallowed between the
  /// two, it is the beginning of the last glyph.
  package func endOffset(ofRow row: Int, end: Int) -> Int {
    guard row + 1 < rows.count else { return end }
    let (last, next) = (Int(rows[row].end), Int(rows[row + 1].start))
    if last < next { return Int(text.elements[last].offset) }
    return last > Int(rows[row].start) ? Int(text.elements[last - 1].offset) : Int(rows[row].anchor)
  }
}

extension SanitizedText {
  /// Where tokens begin that stand for hidden characters, in bytes of the original text.
  package var tokenOffsets: [Int] {
    elements.filter { $0.kind == .token || $0.kind == .excessMarks }.map { Int($0.offset) }
  }
}
