import Terminal

/// Where the parts of the compare screen stand on a terminal of a given size.
///
/// Small terminals lose the luxuries first: the prompt's text, the strip, the header, the hint line. The runs and the rank bar
/// stay to the last.
struct CompareLayout: Equatable, Sendable {
  /// Below this, the screen asks to be enlarged; what has been seen before can still be judged.
  static let smallest = Size(columns: 20, rows: 5)

  static func fits(_ size: Size) -> Bool { size.columns >= smallest.columns && size.rows >= smallest.rows }

  let header: Rectangle?
  let promptTitle: Rectangle?
  let promptBody: Rectangle?
  /// The strip of letters, when not all runs fit.
  let strip: Rectangle?
  let columns: [Column]
  let rankBar: Rectangle
  let hints: Rectangle?

  /// One run's place.
  struct Column: Equatable, Sendable {
    /// Index among the columns of the comparison.
    let index: Int
    let title: Rectangle
    /// The gutter: one cell wide, marks the focus and keeps foreign text away from our lines.
    let gutter: Rectangle
    let body: Rectangle
  }

  /// - Parameters:
  ///   - runs: the columns that may be on the screen, left to right.
  ///   - weights: how wide each column of the comparison is beside the others.
  ///   - firstColumn: the first column on the screen so far; it moves no more than the focus asks for.
  init(
    size: Size, runs: [Int], focusedColumn: Int, firstColumn: Int = 0, promptRows: Int,
    weights: [Int] = []
  ) {
    var rows = size.rows
    var top = 0
    func takeTop(if fits: Bool, height: Int = 1) -> Rectangle? {
      guard fits, height > 0 else { return nil }
      defer {
        top += height
        rows -= height
      }
      return Rectangle(column: 0, row: top, columns: size.columns, rows: height)
    }
    func takeBottom(if fits: Bool) -> Rectangle? {
      guard fits else { return nil }
      rows -= 1
      return Rectangle(column: 0, row: top + rows, columns: size.columns, rows: 1)
    }

    hints = takeBottom(if: rows >= 4)
    rankBar = takeBottom(if: rows >= 2) ?? Rectangle(column: 0, row: 0, columns: size.columns, rows: 0)
    header = takeTop(if: rows >= 6)
    promptTitle = takeTop(if: rows >= 3)
    promptBody = takeTop(if: rows >= 5, height: min(promptRows, rows - 4))
    let shown = ColumnLayout(
      columns: size.columns, count: runs.count, focused: runs.firstIndex(of: focusedColumn) ?? 0,
      first: runs.firstIndex(of: firstColumn) ?? 0,
      weights: runs.map { $0 < weights.count ? weights[$0] : 1 })
    strip = takeTop(if: shown.visible.count < runs.count && rows >= 4)
    let (first, height) = (top, rows)
    columns = zip(shown.visible, shown.spans).map { place, span in
      Column(index: runs[place], span: span, top: first, rows: height)
    }
  }
}

extension CompareLayout.Column {
  fileprivate init(index: Int, span: Range<Int>, top: Int, rows: Int) {
    self.index = index
    let titleRows = min(1, rows)
    title = Rectangle(column: span.lowerBound, row: top, columns: span.count, rows: titleRows)
    gutter = Rectangle(
      column: span.lowerBound, row: top + titleRows, columns: min(1, span.count), rows: rows - titleRows)
    body = Rectangle(
      column: span.lowerBound + 1, row: top + titleRows, columns: max(0, span.count - 1),
      rows: rows - titleRows)
  }
}
