/// Finds where one row ends.
struct RowBreaker {
  struct Break {
    /// The element after the last one of the row.
    let end: Int
    /// The first element of the next row: blanks between the two are swallowed.
    let next: Int
  }

  /// What is left of the line.
  let elements: Slice<UnsafeBufferPointer<TextElement>>
  let columns: Int
  let indent: Int
  /// No row ends before this one, lest a list marker stand alone.
  let prefixEnd: Int

  /// The end of a row of plain elements, found from where it would overflow.
  func plainBreak() -> Break {
    let limit = elements.startIndex + columns - indent
    guard limit < elements.endIndex else { return lineEnd }
    if elements[limit].isSpace { return Break(end: limit, next: skippingBlanks(from: limit)) }
    var candidate = limit
    while candidate > prefixEnd {
      if elements[candidate - 1].isSpace { return Break(end: candidate, next: candidate) }
      candidate -= 1
    }
    return forcedBreak(at: limit)
  }

  /// The end of a row of any elements.
  func firstBreak() -> Break {
    var column = indent
    var candidate: Int?
    var index = elements.startIndex
    while index < elements.endIndex {
      let element = elements[index]
      let width = element.width(at: column, in: columns)
      if index > prefixEnd, mayBreak(before: index) { candidate = index }
      if column + width > columns {
        if element.isBlank { return Break(end: index, next: skippingBlanks(from: index)) }
        return candidate.map { Break(end: $0, next: $0) } ?? forcedBreak(at: index)
      }
      column += width
      index += 1
    }
    return lineEnd
  }

  private var lineEnd: Break { Break(end: elements.endIndex, next: elements.endIndex) }

  private func mayBreak(before index: Int) -> Bool {
    let (previous, next) = (elements[index - 1], elements[index])
    if next.isBlank { return false }
    return previous.isBlank || LineBreakClass.mayBreak(between: previous, and: next)
  }

  /// Inside a word longer than the row; if it can be, not between elements that cling together.
  private func forcedBreak(at limit: Int) -> Break {
    var candidate = limit
    while candidate > max(prefixEnd, elements.startIndex) {
      if LineBreakClass.mayEnd(elements[candidate - 1]), LineBreakClass.mayBegin(elements[candidate]) {
        return Break(end: candidate, next: candidate)
      }
      candidate -= 1
    }
    return Break(end: limit, next: limit)
  }

  private func skippingBlanks(from index: Int) -> Int {
    var index = index
    while index < elements.endIndex, elements[index].isBlank { index += 1 }
    return index
  }
}
