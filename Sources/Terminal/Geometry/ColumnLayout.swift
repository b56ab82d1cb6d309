/// Which of several columns are side by side on a screen, and where: as many as fit, one cell between them.
///
///     ColumnLayout(columns: 80, count: 5, focused: 3).spans   // [0..<40, 41..<80], for the columns 2 and 3
package struct ColumnLayout: Equatable, Sendable {
  /// Text in less is tiring to read.
  package static let comfortableWidth = 38
  /// A column is not made narrower than this, where there is room.
  private static let narrowest = 12

  /// The columns on the screen. The focused one is among them.
  package let visible: Range<Int>
  /// The cells of each visible column. What lies between two is the separator.
  package let spans: [Range<Int>]

  /// - Parameters:
  ///   - columns: the cells there are. If they are not enough for one column of the least width, it gets them all.
  ///   - first: the first column on the screen so far; it changes no more than the focus asks for.
  ///   - weights: how wide each column is beside the others; all are as wide without.
  package init(
    columns: Int, count: Int, focused: Int, first: Int = 0, leastWidth: Int = comfortableWidth,
    weights: [Int] = []
  ) {
    let fitting = max(1, (max(0, columns) + 1) / (max(1, leastWidth) + 1))
    let shown = min(fitting, max(0, count))
    let focused = max(0, min(focused, count - 1))
    let latest = min(focused, count - shown)
    let earliest = max(0, focused - shown + 1)
    let start = max(earliest, min(first, latest))
    visible = start..<start + shown
    let shares = visible.map { $0 < weights.count ? max(1, weights[$0]) : 1 }
    spans = ColumnLayout.spans(of: shares, in: max(0, columns))
  }

  /// Equal weights have equal widths; what cannot be divided is left over on the right.
  private static func spans(of weights: [Int], in columns: Int) -> [Range<Int>] {
    guard !weights.isEmpty else { return [] }
    let room = max(0, columns - weights.count + 1)
    let isEven = weights.allSatisfy { $0 == weights[0] }
    let all = weights.reduce(0, +)
    var start = 0
    return weights.map { weight in
      let width =
        isEven ? room / weights.count : max(min(narrowest, room / weights.count), room * weight / all)
      defer { start += width + 1 }
      return start..<start + width
    }
  }
}
