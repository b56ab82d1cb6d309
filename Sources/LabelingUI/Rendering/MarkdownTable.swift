import Terminal

/// A table whose cells are brought to the same width in each column, where that is not too wide to be read, and not many times
/// what was written.
struct MarkdownTable {
  private static let widest = 100
  private static let narrowestColumn = 3
  private static let mostGrowth = 4

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
    let widths = evenWidths(with: &renderer)
    for (index, row) in rows.enumerated() {
      if index > 0 { renderer.copy(rows[index - 1].line.upperBound..<row.line.lowerBound) }
      guard let widths else {
        renderer.copy(row.line)
        continue
      }
      if index == 1 {
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
        MarkdownInline.write(cell, of: source, to: &renderer)
      }
      let blanks = width - shownWidth(of: cell, isHead: isHead, with: &renderer)
      renderer.insert(String(repeating: " ", count: max(0, blanks)) + " |")
    }
  }

  /// `nil` where the table stays as it is.
  private func evenWidths(with renderer: inout MarkdownRenderer) -> [Int]? {
    let count = rows.reduce(0) { max($0, $1.cells.count) }
    var widths = Array(repeating: Self.narrowestColumn, count: min(count, Self.widest))
    guard count == widths.count, Self.isReadable(widths) else { return nil }
    for (index, row) in rows.enumerated() where index != 1 {
      for (column, cell) in row.cells.enumerated() {
        widths[column] = max(widths[column], shownWidth(of: cell, isHead: index == 0, with: &renderer))
      }
      guard Self.isReadable(widths) else { return nil }
    }
    let written = (rows.last?.line.upperBound ?? 0) - (rows.first?.line.lowerBound ?? 0)
    let grown = rows.count * Self.columns(widths)
    return grown <= Self.mostGrowth * written + Self.widest * Self.widest ? widths : nil
  }

  private static func isReadable(_ widths: [Int]) -> Bool { columns(widths) <= widest }

  private static func columns(_ widths: [Int]) -> Int { widths.reduce(1) { $0 + $1 + 3 } }

  /// Of a cell as it is shown, without the signs of emphasis.
  private func shownWidth(of cell: Range<Int>, isHead: Bool, with renderer: inout MarkdownRenderer)
    -> Int
  {
    guard !isHead else { return columns(of: source[cell], for: renderer.repertoire) }
    var written = MarkdownRenderer(source: source, repertoire: renderer.repertoire)
    MarkdownInline.write(cell, of: source, to: &written)
    renderer.effort += written.effort
    return columns(of: written.shown[...], for: renderer.repertoire)
  }

  private func columns(of text: ArraySlice<UInt8>, for repertoire: Repertoire) -> Int {
    TextWidth.columns(of: String(decoding: text, as: UTF8.self), repertoire: repertoire)
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
