import Terminal

/// A table whose cells are brought to the same width in each column, where that is not too wide to be read.
struct MarkdownTable {
  private static let widest = 100

  private let source: [UInt8]
  private let rows: [(line: Range<Int>, cells: [Range<Int>])]

  init(_ source: [UInt8], _ lines: ArraySlice<Range<Int>>) {
    self.source = source
    rows = lines.map { ($0, Self.cells(of: $0, in: source)) }
  }

  static func isDelimiter(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "-")) && line.contains(UInt8(ascii: "|"))
      && line.allSatisfy { [0x20, 0x09, 0x2D, 0x3A, 0x7C, 0x0D].contains($0) }
  }

  /// Ends without a line end, as its last line does.
  func write(to renderer: inout MarkdownRenderer) {
    let widths = widths
    let isEven = widths.reduce(1) { $0 + $1 + 3 } <= Self.widest
    for (index, row) in rows.enumerated() {
      if index > 0 { renderer.copy(rows[index - 1].line.upperBound..<row.line.lowerBound) }
      if !isEven {
        renderer.copy(row.line)
      } else if index == 1 {
        let start = renderer.shown.count
        renderer.insert("|" + widths.map { String(repeating: "-", count: $0 + 2) + "|" }.joined())
        renderer.addStyle(.textMuted, from: start)
      } else {
        write(row.cells, widths: widths, isHead: index == 0, to: &renderer)
      }
    }
  }

  private func write(
    _ cells: [Range<Int>], widths: [Int], isHead: Bool, to renderer: inout MarkdownRenderer
  ) {
    renderer.insert("|")
    for (column, width) in widths.enumerated() {
      let cell = column < cells.count ? cells[column] : 0..<0
      renderer.insert(" ")
      if isHead {
        renderer.copy(cell, role: .mdStrong)
      } else {
        MarkdownInline(source, cell).write(to: &renderer)
      }
      renderer.insert(
        String(repeating: " ", count: max(0, width - shownWidth(of: cell, isHead: isHead))) + " |")
    }
  }

  private var widths: [Int] {
    let count = rows.reduce(0) { max($0, $1.cells.count) }
    return (0..<count).map { column in
      rows.enumerated().reduce(3) { widest, row in
        guard row.offset != 1, column < row.element.cells.count else { return widest }
        return max(widest, shownWidth(of: row.element.cells[column], isHead: row.offset == 0))
      }
    }
  }

  /// Of a cell as it is shown, without the signs of emphasis.
  private func shownWidth(of cell: Range<Int>, isHead: Bool) -> Int {
    let text =
      isHead
      ? String(decoding: source[cell], as: UTF8.self) : MarkdownRenderer.render(Array(source[cell])).shown
    return TextWidth.columns(of: text)
  }

  /// What stands between bars that are not escaped, without blanks around it.
  private static func cells(of line: Range<Int>, in source: [UInt8]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    var isFirst = true
    for position in line where source[position] == UInt8(ascii: "|") {
      if position > line.lowerBound, source[position - 1] == UInt8(ascii: "\\") { continue }
      // Nothing before the first bar, which begins the row, is no cell.
      if !isFirst || !isBlank(source[start..<position]) { cells.append(trimmed(start..<position, source)) }
      (start, isFirst) = (position + 1, false)
    }
    if !isBlank(source[start..<line.upperBound]) { cells.append(trimmed(start..<line.upperBound, source)) }
    return cells
  }

  private static func isBlank(_ text: ArraySlice<UInt8>) -> Bool { text.allSatisfy { $0 <= 0x20 } }

  private static func trimmed(_ range: Range<Int>, _ source: [UInt8]) -> Range<Int> {
    let start = range.first { source[$0] > 0x20 } ?? range.upperBound
    let end = range.last { source[$0] > 0x20 }.map { $0 + 1 } ?? start
    return start..<max(start, end)
  }
}
