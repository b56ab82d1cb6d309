import Terminal

/// The letters of all runs when not all fit, those on the screen in brackets: `A B [C D] E F`; of two that are looked at
/// alone `[A] C   alone`.
struct ColumnStrip: Equatable {
  /// Of the columns that there are to go to, left to right.
  private let labels: [String]
  private let isPair: Bool
  /// Places among those.
  private let visible: Set<Int>
  private let focused: Int

  init(_ screen: CompareScreen) {
    let compared = screen.comparedColumns
    labels = compared.map { screen.columns[$0].label }
    isPair = screen.pair != nil
    visible = Set(screen.layout.columns.compactMap { compared.firstIndex(of: $0.index) })
    focused = compared.firstIndex(of: screen.focusedColumn) ?? 0
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
    if isPair {
      surface.write(
        "   alone", at: Position(column: column, row: area.origin.row), columns: max(0, end - column),
        role: .textMuted)
    }
  }

  /// A long strip is cut on the left, so that the columns on the screen show.
  private func first(fitting columns: Int) -> Int {
    let (start, end) = (visible.min() ?? 0, (visible.max() ?? -1) + 1)
    return (0..<start).first { first in
      (first..<end).reduce(0) { $0 + piece($1).utf8.count } <= columns
    } ?? start
  }

  private func role(of index: Int) -> Role {
    if index == focused { return .paneTitleFocus }
    return visible.contains(index) ? .text : .textMuted
  }

  private func piece(_ index: Int) -> String {
    let opens = visible.contains(index) && !visible.contains(index - 1)
    let closes = visible.contains(index) && !visible.contains(index + 1)
    return (opens ? "[" : " ") + labels[index] + (closes ? "]" : "")
  }
}
