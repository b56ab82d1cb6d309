import Terminal

/// The line below the runs: the order on the left, what is marked on the right.
struct OrderLine: Equatable, Sendable {
  private let rankBar: RankBar
  private let status: DifferenceStatus

  init(_ screen: CompareScreen) {
    rankBar = RankBar(screen)
    status = DifferenceStatus(screen)
  }

  func draw(on surface: inout Surface, in area: Rectangle) {
    let end = rankBar.draw(on: &surface, in: area)
    status.draw(on: &surface, in: area, after: end)
  }
}
