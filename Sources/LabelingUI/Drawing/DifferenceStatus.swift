import Terminal

/// What is marked, at the right end of the line with the order: `27 % alike · shared phrases`.
struct DifferenceStatus: Equatable {
  private let forms: [String]

  init(_ screen: CompareScreen) {
    guard let summary = screen.difference?.summary else {
      forms = []
      return
    }
    let labels = screen.comparedColumns.map { screen.columns[$0].label }
    let identical = summary.identicalShort(labels: labels)
    let pivot = labels.count > 2 ? "\(screen.columns[screen.pivot].label) pivot · " : ""
    let words = summary.shortWords
    forms = [
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
