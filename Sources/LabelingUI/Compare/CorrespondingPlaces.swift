/// Which places of a text, the pivot, stand for which of another one: the anchors, and between them in proportion.
struct CorrespondingPlaces {
  typealias Anchor = RunDifference.Anchor

  /// Ascending on both sides.
  private let anchors: [Anchor]
  private let end: Anchor

  init(_ anchors: [Anchor], pivotCount: Int, otherCount: Int) {
    self.anchors = anchors
    end = Anchor(pivot: pivotCount, other: otherCount)
  }

  /// Of a text and what became of it: what it begins and ends with still is the same.
  init(pivot: [UInt8], other: [UInt8]) {
    let shorter = min(pivot.count, other.count)
    let same = zip(pivot, other).prefix { $0 == $1 }.count
    let rest = zip(pivot.reversed(), other.reversed()).prefix(shorter - same).prefix { $0 == $1 }.count
    self.init(
      [
        Anchor(pivot: same, other: same), Anchor(pivot: pivot.count - rest, other: other.count - rest),
      ], pivotCount: pivot.count, otherCount: other.count)
  }

  func other(of pivot: Int) -> Int { mapped(pivot, from: \.pivot, to: \.other) }
  func pivot(of other: Int) -> Int { mapped(other, from: \.other, to: \.pivot) }

  private func mapped(_ offset: Int, from: (Anchor) -> Int, to: (Anchor) -> Int) -> Int {
    var (low, high) = (0, anchors.count)
    while low < high {
      let middle = (low + high) / 2
      if from(anchors[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    let start = low > 0 ? anchors[low - 1] : Anchor(pivot: 0, other: 0)
    let next = low < anchors.count ? anchors[low] : end
    guard from(next) > from(start) else { return to(next) }
    let passed = min(offset, from(next)) - from(start)
    return to(start) + passed * (to(next) - to(start)) / (from(next) - from(start))
  }
}
