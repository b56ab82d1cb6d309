/// Finds what two sequences of numbers have in common, in order.
///
/// Sequences of three that each side has just once are taken for fixed points first; what lies between them is looked at in
/// the same way, and what is small or has no such points by Myers' algorithm in linear space. Both are bounded by the budget:
/// where it does not suffice, nothing is found and the result is coarse.
struct SequenceMatcher {
  private static let smallSize = 64
  private static let deepest = 24

  private let left: UnsafeBufferPointer<Int32>
  private let right: UnsafeBufferPointer<Int32>
  private var runs: [MatchedRun] = []
  private var isCoarse = false

  static func match(
    _ left: [Int32], _ leftRange: Range<Int>, _ right: [Int32], _ rightRange: Range<Int>,
    budget: inout WorkBudget
  ) -> (runs: [MatchedRun], isCoarse: Bool) {
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        var matcher = SequenceMatcher(left: left, right: right)
        matcher.match(leftRange, rightRange, depth: 0, budget: &budget)
        return (matcher.runs, matcher.isCoarse)
      }
    }
  }

  private init(left: UnsafeBufferPointer<Int32>, right: UnsafeBufferPointer<Int32>) {
    self.left = left
    self.right = right
  }

  private mutating func match(
    _ leftRange: Range<Int>, _ rightRange: Range<Int>, depth: Int, budget: inout WorkBudget
  ) {
    let prefix = CommonEnds.prefix(left, leftRange, right, rightRange)
    runs.join(MatchedRun(left: leftRange.lowerBound, right: rightRange.lowerBound, count: prefix))
    let (leftRest, rightRest) = (leftRange.dropFirst(prefix), rightRange.dropFirst(prefix))
    let suffix = CommonEnds.suffix(left, leftRest, right, rightRest)
    let (leftMiddle, rightMiddle) = (leftRest.dropLast(suffix), rightRest.dropLast(suffix))
    if !leftMiddle.isEmpty, !rightMiddle.isEmpty {
      matchMiddle(leftMiddle, rightMiddle, depth: depth, budget: &budget)
    }
    runs.join(
      MatchedRun(left: leftMiddle.upperBound, right: rightMiddle.upperBound, count: suffix))
  }

  private mutating func matchMiddle(
    _ leftRange: Range<Int>, _ rightRange: Range<Int>, depth: Int, budget: inout WorkBudget
  ) {
    if leftRange.count + rightRange.count > Self.smallSize, depth < Self.deepest {
      for length in [3, 1] {
        guard let anchors = anchors(leftRange, rightRange, length: length, budget: &budget) else { break }
        if !anchors.isEmpty {
          return match(leftRange, rightRange, between: anchors, depth: depth + 1, budget: &budget)
        }
      }
    }
    var snakes = SnakeMatcher(left: left, right: right)
    for run in snakes.match(leftRange, rightRange, budget: &budget) { runs.join(run) }
    isCoarse = isCoarse || snakes.isCoarse
  }

  private mutating func match(
    _ leftRange: Range<Int>, _ rightRange: Range<Int>, between anchors: [MatchedRun], depth: Int,
    budget: inout WorkBudget
  ) {
    var (leftStart, rightStart) = (leftRange.lowerBound, rightRange.lowerBound)
    for anchor in anchors {
      // What goes on from the last anchor has taken this one in.
      let skipped = max(0, leftStart - anchor.left, rightStart - anchor.right)
      guard skipped < anchor.count else { continue }
      let (leftEnd, rightEnd) = (anchor.left + skipped, anchor.right + skipped)
      match(leftStart..<leftEnd, rightStart..<rightEnd, depth: depth, budget: &budget)
      let run = MatchedRun(left: leftEnd, right: rightEnd, count: anchor.count - skipped)
      runs.join(run)
      (leftStart, rightStart) = (run.leftRange.upperBound, run.rightRange.upperBound)
    }
    match(
      leftStart..<leftRange.upperBound, rightStart..<rightRange.upperBound, depth: depth, budget: &budget)
  }

  private mutating func anchors(
    _ leftRange: Range<Int>, _ rightRange: Range<Int>, length: Int, budget: inout WorkBudget
  ) -> [MatchedRun]? {
    guard budget.spend(4 * (leftRange.count + rightRange.count)) else { return nil }
    return UniqueSequences(left: left, right: right, length: length).common(leftRange, rightRange)
  }
}

/// What two stretches begin and end with alike.
enum CommonEnds {
  typealias Numbers = UnsafeBufferPointer<Int32>

  static func prefix(_ left: Numbers, _ leftRange: Range<Int>, _ right: Numbers, _ rightRange: Range<Int>)
    -> Int
  {
    let most = min(leftRange.count, rightRange.count)
    var count = 0
    while count < most, left[leftRange.lowerBound + count] == right[rightRange.lowerBound + count] {
      count += 1
    }
    return count
  }

  static func suffix(_ left: Numbers, _ leftRange: Range<Int>, _ right: Numbers, _ rightRange: Range<Int>)
    -> Int
  {
    let most = min(leftRange.count, rightRange.count)
    var count = 0
    while count < most, left[leftRange.upperBound - 1 - count] == right[rightRange.upperBound - 1 - count] {
      count += 1
    }
    return count
  }
}
