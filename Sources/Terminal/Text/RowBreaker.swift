/// Finds where one row ends.
struct RowBreaker {
  struct Break {
    /// The element after the last one of the row.
    let end: Int
    /// The first element of the next row: blanks between the two are swallowed.
    let next: Int

    init(end: Int, next: Int) {
      self.end = end
      self.next = next
    }

    init(before index: Int) {
      self.init(end: index, next: index)
    }
  }

  /// A place between two elements, and the column it is in.
  private struct Place {
    let index: Int
    let column: Int
  }

  /// What is left of the line.
  let elements: Slice<UnsafeBufferPointer<TextElement>>
  let columns: Int
  let indent: Int
  /// The indent of the row after this one.
  let nextIndent: Int
  /// No row ends before this one, lest a list marker stand alone.
  let prefixEnd: Int

  /// The end of a row of plain elements, found from where it would overflow.
  func plainBreak() -> Break {
    let limit = elements.startIndex + columns - indent
    guard limit < elements.endIndex else { return lineEnd }
    if elements[limit].isSpace { return Break(end: limit, next: skippingBlanks(from: limit)) }
    var candidate = limit
    while candidate > prefixEnd, !elements[candidate - 1].isSpace { candidate -= 1 }
    let space = Place(index: candidate, column: columns - (limit - candidate))
    return bestBreak(Place(index: limit, column: columns), betweenWords: candidate > prefixEnd ? space : nil)
  }

  /// The end of a row of any elements.
  func firstBreak() -> Break {
    var column = indent
    var candidate: Place?
    var index = elements.startIndex
    while index < elements.endIndex {
      let element = elements[index]
      let width = element.width(at: column, in: columns)
      if index > prefixEnd, mayBreak(before: index) { candidate = Place(index: index, column: column) }
      if column + width > columns {
        if element.isBlank { return Break(end: index, next: skippingBlanks(from: index)) }
        return bestBreak(Place(index: index, column: column), betweenWords: candidate)
      }
      column += width
      index += 1
    }
    return lineEnd
  }

  private var lineEnd: Break { Break(before: elements.endIndex) }

  private func mayBreak(before index: Int) -> Bool {
    let (previous, next) = (elements[index - 1], elements[index])
    if next.isBlank { return false }
    return previous.isBlank || LineBreakClass.mayBreak(between: previous, and: next)
  }

  private func skippingBlanks(from index: Int) -> Int {
    var index = index
    while index < elements.endIndex, elements[index].isBlank { index += 1 }
    return index
  }
}

/// The choice among the places where a row may end, once it is known where it is full.
extension RowBreaker {
  private func bestBreak(_ limit: Place, betweenWords: Place?) -> Break {
    let wordStart = max(prefixEnd, betweenWords?.index ?? elements.startIndex)
    if mustBreakRun(at: limit, from: wordStart), let border = border(before: limit, after: wordStart) {
      return Break(before: border)
    }
    // A row with a third of it empty is worth a break inside a word.
    if let betweenWords, betweenWords.column * 3 >= columns * 2 { return Break(before: betweenWords.index) }
    let insideWord = placeInsideWord(before: limit, after: wordStart)
    return Break(
      before: insideWord ?? betweenWords?.index ?? border(before: limit, after: wordStart)
        ?? limit.index)
  }

  /// The last place inside the word that fills half the row: filled less, the row looks no better for it.
  private func placeInsideWord(before limit: Place, after wordStart: Int) -> Int? {
    var (index, column) = (limit.index, limit.column)
    while index > wordStart, column * 2 >= columns {
      if WordBreak.isAllowed(before: index, in: elements) { return index }
      index -= 1
      column -= elements[index].width(at: 0, in: columns)
    }
    return nil
  }

  /// Whether a run of letters that knows no blanks between words is longer than a row: to begin the next row with it would
  /// not keep it whole.
  private func mustBreakRun(at limit: Place, from start: Int) -> Bool {
    guard elements[limit.index].flags.contains(.unspaced) else { return false }
    var column = nextIndent
    for index in start..<elements.endIndex {
      if index > start, elements[index].isBlank || mayBreak(before: index) { return false }
      column += elements[index].width(at: column, in: columns)
      if column > columns { return true }
    }
    return false
  }

  /// The last place between syllables that leaves no third of the row empty, or else between elements that do not cling
  /// together.
  private func border(before limit: Place, after start: Int) -> Int? {
    if let place = lastPlace(before: limit, after: start, where: SyllableBreak.isLikely)
      ?? lastPlace(before: limit, after: start, where: SyllableBreak.isPossible)
    {
      return place
    }
    var index = limit.index
    while index > start {
      if LineBreakClass.mayEnd(elements[index - 1]), LineBreakClass.mayBegin(elements[index]) { return index }
      index -= 1
    }
    return nil
  }

  private func lastPlace(
    before limit: Place, after start: Int,
    where isPlace: (Int, Slice<UnsafeBufferPointer<TextElement>>) -> Bool
  ) -> Int? {
    guard elements[limit.index].flags.contains(.unspaced) else { return nil }
    var (index, column) = (limit.index, limit.column)
    while index > start, column * 3 >= columns * 2 {
      if isPlace(index, elements) { return index }
      index -= 1
      column -= elements[index].width(at: 0, in: columns)
    }
    return nil
  }
}
