import Terminal

/// Marks in the runs: which runs are compared, and what came of it.
extension CompareScreen {
  /// The columns that are compared, left to right: all, or the two that are looked at alone.
  var comparedColumns: [Int] { pair ?? Array(columns.indices) }

  func differenceRequest(number: Int, aid: ReadingAid) -> DifferenceRequest {
    DifferenceRequest(
      number: number, texts: comparedColumns.map { columns[$0].source },
      pivot: comparedColumns.firstIndex(of: pivot) ?? 0, aid: aid,
      places: comparedColumns.map { columns[$0].sourceOffset(of: columns[$0].pane.anchor) })
  }

  /// Puts the marks into the runs.
  mutating func take(_ difference: RunDifference) {
    self.difference = difference
    for index in columns.indices { columns[index].pane.marks = [] }
    for (place, index) in comparedColumns.enumerated() where place < difference.marks.count {
      columns[index].mark(difference.marks[place], in: difference.summary.shown)
    }
    for (index, ranges) in zip(comparedColumns, difference.unseen.ranges) where !ranges.isEmpty {
      columns[index].markUnseen(ranges)
    }
    fit(size)
  }

  /// Looks at two runs alone.
  mutating func drill(into other: Int, size: Size) {
    let left = min(focusedColumn, other)
    (pair, difference) = ([left, max(focusedColumn, other)], nil)
    if !comparedColumns.contains(pivot) { pivot = left }
    fit(size)
  }

  mutating func leavePair(size: Size) {
    (pair, difference) = (nil, nil)
    fit(size)
  }
}

extension DifferenceMark.Kind {
  func role(in shown: DifferenceSummary.Shown) -> Role {
    switch self {
    case .changed: .diffChanged
    case .onlyHere: shown == .unique ? .diffUnique : .diffAdded
    case .moved: .diffMoved
    case .shared, .inAll: .diffShared
    }
  }
}
