import Terminal

/// Which places of the runs stand for each other, and how the runs keep level by that.
extension CompareScreen {
  /// Fillers for the columns on the screen, whose panes are wrapped already.
  func fillers() -> [FillerRows] {
    guard scrolling == .aligned, layout.columns.count > 1, let difference else {
      return RowAlignment.fillers(
        for: layout.columns.map { RowAlignment.Column(rowCount: rowCount(of: $0.index), places: []) })
    }
    let keys = pivotPlaces(of: difference)
    return RowAlignment.fillers(
      for: layout.columns.map { column in
        let anchors = column.index == pivotColumn ? keys : anchors(of: column.index, in: difference)
        let run = columns[column.index]
        var row = -1
        let places = anchors.compactMap { anchor -> (key: Int, row: Int)? in
          let next = run.pane.row(showing: run.shownOffset(of: anchor.other))
          guard next > row else { return nil }
          row = next
          return (anchor.pivot, next)
        }
        return RowAlignment.Column(rowCount: rowCount(of: column.index), places: places)
      }, most: max(4, (layout.columns.first?.body.size.rows ?? 0) / 2))
  }

  /// The other columns show what stands for the top of one.
  mutating func followByContent(_ leader: Int) {
    guard let difference else { return followByRow(leader) }
    let pane = columns[leader].pane
    let offset = columns[leader].sourceOffset(of: pane.anchor)
    for other in layout.columns.map(\.index) where other != leader {
      if pane.viewport.top == 0 {
        columns[other].pane.scroll(.toTop)
      } else if pane.viewport.isAtEnd {
        columns[other].pane.scroll(.toBottom)
      } else {
        let place = linked(offset, from: leader, to: other, in: difference)
        columns[other].pane.read(from: columns[other].shownOffset(of: place))
      }
    }
  }

  /// The same without marks: as far from the beginning.
  func linkedPlace(_ offset: Int, from: Int, to: Int) -> Int {
    difference.map { linked(offset, from: from, to: to, in: $0) } ?? min(offset, columns[to].source.count)
  }

  mutating func followByRow(_ leader: Int) {
    let top = columns[leader].pane.viewport.top
    for other in layout.columns.map(\.index) where other != leader { columns[other].pane.scroll(to: top) }
  }

  /// The pivot, if it is among what is compared.
  private var pivotColumn: Int { comparedColumns.contains(pivot) ? pivot : comparedColumns.first ?? 0 }

  private func rowCount(of column: Int) -> Int { columns[column].pane.wrapped?.rowCount ?? 0 }

  private func anchors(of column: Int, in difference: RunDifference) -> [RunDifference.Anchor] {
    guard let place = comparedColumns.firstIndex(of: column), place < difference.anchors.count else {
      return []
    }
    return difference.anchors[place]
  }

  /// All places of the pivot that another column on the screen has.
  private func pivotPlaces(of difference: RunDifference) -> [RunDifference.Anchor] {
    let places = layout.columns.flatMap { anchors(of: $0.index, in: difference).map(\.pivot) }
    return Set(places).sorted().map { RunDifference.Anchor(pivot: $0, other: $0) }
  }

  /// The place in one text that stands for a place in another, by way of the pivot; between known places in proportion.
  private func linked(_ offset: Int, from: Int, to: Int, in difference: RunDifference) -> Int {
    let inPivot =
      from == pivotColumn ? offset : correspondingPlaces(of: from, in: difference).pivot(of: offset)
    return to == pivotColumn ? inPivot : correspondingPlaces(of: to, in: difference).other(of: inPivot)
  }

  private func correspondingPlaces(of column: Int, in difference: RunDifference) -> CorrespondingPlaces {
    CorrespondingPlaces(
      anchors(of: column, in: difference), pivotCount: columns[pivotColumn].source.count,
      otherCount: columns[column].source.count)
  }
}
