/// Which of several columns are side by side on a screen, and where: as many as fit, one cell between them.
///
///     ColumnLayout(columns: 80, count: 5, focused: 3).spans   // [0..<40, 41..<80], for the columns 2 and 3
package struct ColumnLayout: Equatable, Sendable {
  /// Text in less is tiring to read.
  package static let comfortableWidth = 38

  /// The columns on the screen. The focused one is among them.
  package let visible: Range<Int>
  /// The cells of each visible column. What lies between two is the separator.
  package let spans: [Range<Int>]

  /// - Parameters:
  ///   - columns: the cells there are. If they are not enough for one column of the least width, it gets them all.
  ///   - first: the first column on the screen so far; it changes no more than the focus asks for.
  package init(
    columns: Int, count: Int, focused: Int, first: Int = 0, leastWidth: Int = comfortableWidth
  ) {
    let fitting = max(1, (max(0, columns) + 1) / (max(1, leastWidth) + 1))
    let shown = min(fitting, max(0, count))
    let focused = max(0, min(focused, count - 1))
    let latest = min(focused, count - shown)
    let earliest = max(0, focused - shown + 1)
    let start = max(earliest, min(first, latest))
    visible = start..<start + shown
    spans = ColumnLayout.spans(of: shown, in: max(0, columns))
  }

  private static func spans(of count: Int, in columns: Int) -> [Range<Int>] {
    guard count > 0 else { return [] }
    let width = max(0, columns - count + 1) / count
    return (0..<count).map { $0 * (width + 1)..<$0 * (width + 1) + width }
  }

  /// The cells of a column, or `nil` when it is not on the screen.
  package func span(of column: Int) -> Range<Int>? {
    visible.contains(column) ? spans[column - visible.lowerBound] : nil
  }
}
