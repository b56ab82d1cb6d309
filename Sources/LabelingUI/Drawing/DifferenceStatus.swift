import Terminal

/// What is marked, at the right end of the line with the order: `27 % alike · shared phrases`.
struct DifferenceStatus: Equatable, Sendable {
  private let summary: DifferenceSummary?
  private let pivot: Int
  private let runCount: Int
  /// The runs that are compared, if not all are.
  private let pair: [Int]?

  init(_ screen: CompareScreen) {
    summary = screen.difference?.summary
    pivot = screen.pivot
    runCount = screen.runCount
    pair = screen.pair
  }

  /// The longest first.
  private var forms: [String] {
    guard let summary else { return [] }
    let labels = (pair ?? Array(0..<runCount)).map(RunLabel.text(ofColumn:))
    let identical = summary.identicalShort(labels: labels)
    let pivot = labels.count > 2 ? "\(RunLabel.text(ofColumn: pivot)) pivot · " : ""
    let words = summary.shortWords
    return [
      pivot + (identical.isEmpty ? "" : identical + " · ") + words,
      (identical.isEmpty ? "" : identical + " · ") + words, words,
    ]
  }

  /// The longest form that fits behind what stands on the line already.
  func draw(on surface: inout Surface, in area: Rectangle, after column: Int) {
    let room = area.size.columns - column - 3
    guard area.size.rows > 0, let text = forms.first(where: { TextWidth.columns(of: $0) <= room }) else {
      return
    }
    let columns = TextWidth.columns(of: text)
    surface.write(
      text, at: Position(column: area.size.columns - columns - 1, row: area.origin.row), columns: columns,
      role: .textMuted)
  }
}
