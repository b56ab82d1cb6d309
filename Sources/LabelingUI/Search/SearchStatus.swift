import Terminal

/// How the search stands, to the right of the order: in few words where there is little room, and then the order too.
struct SearchStatus {
  private let text: String
  private let place: String?
  private let area: Rectangle
  private let order: RankBar

  init(_ search: Search, on screen: CompareScreen) {
    text = search.status
    place = search.place
    area = screen.layout.rankBar
    order = RankBar(screen)
  }

  func draw(on surface: inout Surface) {
    guard !text.isEmpty, area.size.rows > 0 else { return }
    let taken = 1 + order.width(of: order.pieces(fitting: area.size.columns - 1))
    if let whole = [text, place].compactMap(\.self).first(where: { start(of: $0, on: surface) > taken }) {
      let start = start(of: whole, on: surface)
      surface.fill(
        Rectangle(column: taken, row: area.origin.row, columns: start - taken, rows: 1), role: .text)
      write(whole, on: &surface)
    } else if let place, start(of: place, on: surface) > Self.leastOrder {
      order.draw(
        on: &surface,
        in: Rectangle(
          column: 0, row: area.origin.row, columns: start(of: place, on: surface) - 1, rows: 1))
      write(place, on: &surface)
    }
  }

  /// The state and the run that was placed last.
  private static let leastOrder = 16

  private func start(of text: String, on surface: Surface) -> Int {
    area.size.columns - surface.columns(of: text) - 1
  }

  private func write(_ text: String, on surface: inout Surface) {
    let start = start(of: text, on: surface)
    surface.fill(
      Rectangle(column: start - 1, row: area.origin.row, columns: area.size.columns - start + 1, rows: 1),
      role: .text)
    surface.write(
      text, at: Position(column: start, row: area.origin.row), columns: surface.columns(of: text),
      role: .statusInfo)
  }
}
