import Terminal

/// The letters of all runs when not all fit, those on the screen in brackets: `A B [C D] E F`.
struct ColumnStrip: Equatable {
  private let labels: [String]
  private let visible: Range<Int>
  private let focused: Int

  init(_ screen: CompareScreen) {
    labels = screen.columns.map(\.label)
    let shown = screen.layout.columns.map(\.index)
    visible = (shown.first ?? 0)..<((shown.last ?? -1) + 1)
    focused = screen.focusedColumn
  }

  func draw(on surface: inout Surface, in area: Rectangle) {
    surface.fill(area, role: .textMuted)
    let end = area.size.columns - 1
    var column = 1
    for index in first(fitting: end - column)..<labels.count {
      column += surface.write(
        piece(index), at: Position(column: column, row: area.origin.row), columns: max(0, end - column),
        role: role(of: index))
    }
  }

  /// A long strip is cut on the left, so that the columns on the screen show.
  private func first(fitting columns: Int) -> Int {
    (0..<visible.lowerBound).first { start in
      (start..<visible.upperBound).reduce(0) { $0 + piece($1).utf8.count } <= columns
    } ?? visible.lowerBound
  }

  private func role(of index: Int) -> Role {
    if index == focused { return .paneTitleFocus }
    return visible.contains(index) ? .text : .textMuted
  }

  private func piece(_ index: Int) -> String {
    (index == visible.lowerBound ? "[" : " ") + labels[index] + (index == visible.upperBound - 1 ? "]" : "")
  }
}
