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

  var text: String {
    labels.enumerated().map { index, label in
      (index == visible.lowerBound ? "[" : " ") + label + (index == visible.upperBound - 1 ? "]" : "")
    }.joined()
  }

  /// A long strip is cut on the left, so that the focus shows.
  func draw(on surface: inout Surface, in area: Rectangle) {
    surface.fill(area, role: .textMuted)
    var start = 0
    let room = area.size.columns - 2
    let pieces = labels.indices.map(piece)
    while start < visible.lowerBound,
      pieces[start...visible.upperBound.advanced(by: -1)].joined().utf8.count > room
    {
      start += 1
    }
    var column = 1
    for index in start..<labels.count {
      let role: Role = index == focused ? .paneTitleFocus : visible.contains(index) ? .text : .textMuted
      column += surface.write(
        pieces[index], at: Position(column: column, row: area.origin.row), columns: max(0, room - column),
        role: role)
    }
  }

  private func piece(_ index: Int) -> String {
    (index == visible.lowerBound ? "[" : " ") + labels[index] + (index == visible.upperBound - 1 ? "]" : "")
  }
}
