/// Rows that moved together from one surface to the next, as they do when panes are scrolled side by side.
package struct ScrolledRows: Equatable, Sendable {
  /// The rows among which they moved, with those that became free.
  package let region: Range<Int>
  /// How many rows they moved up; down if negative.
  package let distance: Int

  /// `nil` if less than half of the rows that changed did so by moving: then it is not worth while.
  package init?(from old: Surface, to new: Surface) {
    guard old.size == new.size, let changed = Self.changedRows(from: old, to: new) else { return nil }
    let middle = (changed.lowerBound + changed.upperBound) / 2
    for distance in Self.distances(within: changed) {
      let moved = Self.moved(around: middle, by: distance, within: changed, from: old, to: new)
      guard moved.count > changed.count / 2 else { continue }
      region =
        min(
          moved.lowerBound, moved.lowerBound + distance)..<max(moved.upperBound, moved.upperBound + distance)
      self.distance = distance
      return
    }
    return nil
  }

  /// The rows that became free: what they showed is gone.
  package var freed: Range<Int> {
    distance > 0
      ? region.upperBound - distance..<region.upperBound : region.lowerBound..<region.lowerBound - distance
  }

  private static func changedRows(from old: Surface, to new: Surface) -> Range<Int>? {
    let rows = 0..<new.size.rows
    guard let first = rows.first(where: { new.rows[$0] != old.rows[$0] }),
      let last = rows.last(where: { new.rows[$0] != old.rows[$0] })
    else { return nil }
    return first..<last + 1
  }

  /// The nearest first.
  private static func distances(within rows: Range<Int>) -> some Sequence<Int> {
    (1..<max(2, rows.count / 2)).lazy.flatMap { [$0, -$0] }
  }

  /// The rows around one that stood so many rows further down before.
  private static func moved(
    around middle: Int, by distance: Int, within rows: Range<Int>, from old: Surface, to new: Surface
  ) -> Range<Int> {
    let cameFrom = { (row: Int) in
      rows.contains(row) && rows.contains(row + distance) && new.rows[row] == old.rows[row + distance]
    }
    guard cameFrom(middle) else { return middle..<middle }
    var moved = middle..<middle + 1
    while cameFrom(moved.lowerBound - 1) { moved = moved.lowerBound - 1..<moved.upperBound }
    while cameFrom(moved.upperBound) { moved = moved.lowerBound..<moved.upperBound + 1 }
    return moved
  }
}
