import Terminal

/// How the search stands, to the right of the order, where there is room for it.
struct SearchStatus {
  private let text: String
  private let area: Rectangle
  private let taken: Int

  init(_ search: Search, on screen: CompareScreen) {
    text = search.status
    area = screen.layout.rankBar
    taken = 1 + RankBar.width(of: RankBar(screen).pieces(fitting: area.size.columns - 1))
  }

  func draw(on surface: inout Surface) {
    let columns = TextWidth.columns(of: text)
    let start = area.size.columns - columns - 1
    guard columns > 0, start > taken, area.size.rows > 0 else { return }
    surface.fill(
      Rectangle(column: taken, row: area.origin.row, columns: start - taken, rows: 1), role: .text)
    surface.write(
      text, at: Position(column: start, row: area.origin.row), columns: columns, role: .statusInfo)
  }
}
