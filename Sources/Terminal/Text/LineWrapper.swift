/// Breaks the lines of a text into rows: at blanks and around East Asian characters; after hyphens, dashes and slashes
/// where that fills a row much better; anywhere else inside a word only when it is longer than a row.
struct LineWrapper {
  private let text: SanitizedText
  private let columns: Int
  private let knowsCode: Bool
  private var rows: [WrappedText.Row] = []

  init(_ text: SanitizedText, columns: Int, knowsCode: Bool) {
    self.text = text
    self.columns = columns
    self.knowsCode = knowsCode
    rows.reserveCapacity(text.lines.count + text.elements.count / columns)
  }

  mutating func run() -> [WrappedText.Row] {
    text.elements.withUnsafeBufferPointer { elements in
      var fence = CodeFence()
      for index in text.lines.indices {
        let line = elements[text.elements(of: index)]
        wrap(text.lines[index], line, isCode: knowsCode && fence.takes(line))
      }
    }
    return rows
  }

  private mutating func wrap(
    _ line: SanitizedText.Line, _ elements: Slice<UnsafeBufferPointer<TextElement>>, isCode: Bool
  ) {
    if line.isPlain, elements.count <= columns {
      return append(elements.startIndex..<elements.endIndex, indent: 0, of: line, elements)
    }
    let prefix = LinePrefix(elements, isCode: isCode)
    let signColumns = isCode ? ContinuationSign.columns(in: columns) : 0
    let hangingIndent = prefix.hangingIndent(columns: columns - signColumns) + signColumns
    var start = elements.startIndex
    var indent = 0
    repeat {
      let rest = RowBreaker(
        elements: elements[start...], columns: columns, indent: indent, nextIndent: hangingIndent,
        prefixEnd: max(prefix.end, start))
      let row = line.isPlain ? rest.plainBreak() : rest.firstBreak()
      append(
        start..<row.end, indent: indent, continuesCode: signColumns > 0 && start > elements.startIndex,
        of: line,
        elements)
      start = row.next
      indent = hangingIndent
    } while start < elements.endIndex
  }

  private mutating func append(
    _ range: Range<Int>, indent: Int, continuesCode: Bool = false, of line: SanitizedText.Line,
    _ elements: Slice<UnsafeBufferPointer<TextElement>>
  ) {
    let anchor = range.isEmpty ? UInt32(truncatingIfNeeded: line.offset) : elements[range.lowerBound].offset
    rows.append(
      WrappedText.Row(
        start: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound),
        indent: Int32(indent), continuesCode: continuesCode, anchor: anchor))
  }
}
