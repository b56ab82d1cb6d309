/// What a line begins with, its indentation and the marker of a list item: rows after the first hang below its end. Code
/// has no list items, only indentation.
struct LinePrefix {
  /// The first element after the prefix.
  let end: Int
  private let width: Int

  init(_ elements: Slice<UnsafeBufferPointer<TextElement>>, isCode: Bool) {
    var scan = Scan(elements)
    scan.skipBlanks()
    let text = scan
    if !isCode, scan.skipMarker(), scan.skipBlanks() {
      (end, width) = (scan.index, scan.column)
    } else {
      (end, width) = (text.index, text.column)
    }
  }

  /// At most a third of the width, and never so much that a token would not fit beside it.
  func hangingIndent(columns: Int) -> Int {
    min(width, columns / 3, max(0, columns - EscapeToken.widest))
  }

  private struct Scan {
    let elements: Slice<UnsafeBufferPointer<TextElement>>
    var index: Int
    var column = 0

    init(_ elements: Slice<UnsafeBufferPointer<TextElement>>) {
      self.elements = elements
      index = elements.startIndex
    }

    private var current: TextElement? { index < elements.endIndex ? elements[index] : nil }

    @discardableResult
    mutating func skipBlanks() -> Bool {
      let start = index
      while let element = current, element.isBlank { advance(over: element) }
      return index > start
    }

    /// `-`, `•`, `>`, `12.`, `3)`
    mutating func skipMarker() -> Bool {
      guard let first = current, [.narrow, .likeness, .spelled].contains(first.kind) else { return false }
      advance(over: first)
      if "-*+•‣◦▪·–>".unicodeScalars.contains(first.scalar) { return true }
      guard isDigit(first) else { return false }
      while let digit = current, isDigit(digit) { advance(over: digit) }
      guard let mark = current, mark.code == 0x2E || mark.code == 0x29 else { return false }
      advance(over: mark)
      return true
    }

    private func isDigit(_ element: TextElement) -> Bool { (0x30...0x39).contains(element.code) }

    private mutating func advance(over element: TextElement) {
      column += element.width(at: column, in: .max)
      index += 1
    }
  }
}
