import Terminal

/// From one marked place, or block, of the run in focus to the next.
extension CompareScreen {
  enum Landmark: Equatable, Sendable {
    /// What differs: everything that is marked but for what is shared.
    case difference
    /// What only this run says.
    case unique
    case block

    var words: String {
      switch self {
      case .difference: "nothing that differs is marked"
      case .unique: "nothing is marked as only here"
      case .block: "no block was found"
      }
    }
  }

  /// Goes to the landmark after, or before, the one that was gone to last, or the top. Behind the last one comes the first.
  mutating func jump(to landmark: Landmark, by step: Int) -> Notice? {
    guard case .column(let index) = focus else {
      return .information("the prompt has no marks; Tab goes to a run")
    }
    let places = places(of: landmark, in: index)
    guard !places.isEmpty else { return .information("\(landmark.words) in \(columns[index].label)") }
    let pane = columns[index].pane
    let isFromTop = target == nil
    let from = target ?? pane.anchor
    let next =
      step > 0
      ? places.first { isFromTop ? $0 >= from : $0 > from } : places.last { $0 < from }
    let place = next ?? (step > 0 ? places[0] : places[places.count - 1])
    go(to: place, in: index)
    target = place
    guard next == nil else { return nil }
    return .information(step > 0 ? "from the beginning again" : "from the end again")
  }

  /// A third below the top, where the eye is.
  private mutating func go(to offset: Int, in index: Int) {
    let pane = columns[index].pane
    let row = pane.shownRow(showing: offset)
    guard !pane.viewport.rows.dropLast(2).contains(row) || scrolling == .linked else { return }
    columns[index].pane.scroll(to: row - pane.viewport.height / 3)
    follow(index)
  }

  private func places(of landmark: Landmark, in index: Int) -> [Int] {
    let column = columns[index]
    guard landmark != .block else { return blocks(of: index).map(column.shownOffset) }
    return column.pane.marks.filter { isLandmark($0.role, landmark) }.map(\.range.lowerBound)
  }

  private func isLandmark(_ role: Role, _ landmark: Landmark) -> Bool {
    switch role {
    case .diffAdded, .diffUnique: true
    default: landmark == .difference && role.isDifference
    }
  }

  private func blocks(of column: Int) -> [Int] {
    guard let difference, let place = comparedColumns.firstIndex(of: column) else { return [] }
    return place < difference.blocks.count ? difference.blocks[place] : []
  }
}
