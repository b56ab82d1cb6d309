/// A stretch of a text, in UTF-8 offsets, that is drawn in a role of its own.
package struct RoleSpan: Equatable, Sendable {
  package let range: Range<Int>
  package let role: Role

  package init(range: Range<Int>, role: Role) {
    self.range = range
    self.role = role
  }
}

extension [RoleSpan] {
  /// Those that touch a stretch of the text; they ascend and do not overlap.
  package func touching(_ range: Range<Int>) -> ArraySlice<RoleSpan> {
    let start = firstIndex(endingAfter: range.lowerBound)
    return self[start...].prefix { $0.range.lowerBound < range.upperBound }
  }

  private func firstIndex(endingAfter offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension WrappedText {
  /// What a row shows of the original text, blanks at its end included.
  package func offsets(ofRow row: Int) -> Range<Int> {
    guard rows.indices.contains(row) else { return 0..<0 }
    let start = Int(rows[row].anchor)
    return start..<max(start, row + 1 < rows.count ? Int(rows[row + 1].anchor) : Int.max)
  }

  package func isBlank(row: Int) -> Bool { elements(ofRow: row).allSatisfy(\.isBlank) }
}

extension Surface {
  /// Gives stretches of a row that was drawn there their roles. Tokens in place of hidden characters keep theirs, and so do
  /// blanks at the row's end, which only stand where the text was wrapped.
  package mutating func mark(
    _ text: WrappedText, row: Int, at position: Position, columns: Int, spans: ArraySlice<RoleSpan>
  ) {
    guard text.rows.indices.contains(row), var span = spans.first else { return }
    var rest = spans.dropFirst()
    var column = Int(text.rows[row].indent)
    for element in text.elements(ofRow: row).trimmed {
      let offset = Int(element.offset)
      while span.range.upperBound <= offset {
        guard let next = rest.popFirst() else { return }
        span = next
      }
      let width = element.width(at: column, in: text.columns)
      if span.range.lowerBound <= offset, !element.isToken, column + width <= columns {
        setRole(
          span.role,
          in: Rectangle(column: position.column + column, row: position.row, columns: width, rows: 1))
      }
      column += width
    }
  }
}

extension ArraySlice<TextElement> {
  /// Without the blanks at its end.
  fileprivate var trimmed: ArraySlice {
    prefix((lastIndex { !$0.isBlank } ?? startIndex - 1) - startIndex + 1)
  }
}

extension TextElement {
  /// Shown in the role of escapes.
  fileprivate var isToken: Bool {
    switch kind {
    case .token, .excessMarks, .spelled: true
    case .narrow, .wide, .narrowCluster, .wideCluster, .tab, .likeness: false
    }
  }
}
