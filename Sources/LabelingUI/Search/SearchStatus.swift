import Terminal

/// How the search stands, to the right of the order, where there is room for it.
struct SearchStatus {
  private let text: String
  private let area: Rectangle
  private let order: RankBar

  init(_ search: Search, on screen: CompareScreen) {
    text = search.status
    area = screen.layout.rankBar
    order = RankBar(screen)
  }

  func draw(on surface: inout Surface) {
    guard !text.isEmpty, area.size.rows > 0 else { return }
    let columns = surface.columns(of: text)
    let start = area.size.columns - columns - 1
    let taken = 1 + order.width(of: order.pieces(fitting: area.size.columns - 1))
    guard columns > 0, start > taken else { return }
    surface.fill(
      Rectangle(column: taken, row: area.origin.row, columns: start - taken, rows: 1), role: .text)
    surface.write(
      text, at: Position(column: start, row: area.origin.row), columns: columns, role: .statusInfo)
  }
}
