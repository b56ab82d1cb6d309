/// Elements that follow one another in both of two sequences.
struct MatchedRun: Equatable, Sendable {
  let left: Int
  let right: Int
  var count: Int

  var leftRange: Range<Int> { left..<left + count }
  var rightRange: Range<Int> { right..<right + count }
}

extension [MatchedRun] {
  var matchedCount: Int { reduce(0) { $0 + $1.count } }

  /// What lies between the runs, and before the first and after the last.
  func gaps(left: Range<Int>, right: Range<Int>) -> [(left: Range<Int>, right: Range<Int>)] {
    var gaps: [(left: Range<Int>, right: Range<Int>)] = []
    var (leftStart, rightStart) = (left.lowerBound, right.lowerBound)
    for run in self {
      if run.left > leftStart || run.right > rightStart {
        gaps.append((leftStart..<run.left, rightStart..<run.right))
      }
      (leftStart, rightStart) = (run.left + run.count, run.right + run.count)
    }
    if leftStart < left.upperBound || rightStart < right.upperBound {
      gaps.append((leftStart..<left.upperBound, rightStart..<right.upperBound))
    }
    return gaps
  }

  /// Adds a run; one that goes on where the last one ends becomes a part of it.
  mutating func join(_ run: MatchedRun) {
    guard run.count > 0 else { return }
    if let last, last.left + last.count == run.left, last.right + last.count == run.right {
      self[count - 1].count += run.count
    } else {
      append(run)
    }
  }
}
