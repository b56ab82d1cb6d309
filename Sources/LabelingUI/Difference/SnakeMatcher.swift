/// Myers' algorithm with the refinement for linear space: a longest common subsequence, in steps that grow with the number
/// of differences.
struct SnakeMatcher {
  /// Two sides that differ in more places than this, and have no fixed points, have nothing in common but by chance.
  private static let mostDifferences = 400

  private let left: UnsafeBufferPointer<Int32>
  private let right: UnsafeBufferPointer<Int32>
  private var forward: [Int] = []
  private var backward: [Int] = []
  private var runs: [MatchedRun] = []
  private(set) var isCoarse = false

  init(left: UnsafeBufferPointer<Int32>, right: UnsafeBufferPointer<Int32>) {
    self.left = left
    self.right = right
  }

  mutating func match(
    _ leftRange: Range<Int>, _ rightRange: Range<Int>, budget: inout WorkBudget
  ) -> [MatchedRun] {
    let rounds = Self.rounds(leftRange, rightRange)
    forward = [Int](repeating: 0, count: 2 * rounds + 3)
    backward = forward
    split(leftRange, rightRange, budget: &budget)
    return runs
  }

  private static func rounds(_ leftRange: Range<Int>, _ rightRange: Range<Int>) -> Int {
    min(mostDifferences / 2, (leftRange.count + rightRange.count + 1) / 2)
  }

  /// What both sides begin and end with is taken first: a middle that is left needs two edits at least, and its snake lies
  /// at none of its corners.
  private mutating func split(_ leftRange: Range<Int>, _ rightRange: Range<Int>, budget: inout WorkBudget) {
    let (prefix, lefts, rights, suffix) = trimmed(leftRange, rightRange)
    runs.join(prefix)
    defer { runs.join(suffix) }
    guard !lefts.isEmpty, !rights.isEmpty else { return }
    guard let snake = middleSnake(lefts, rights, budget: &budget) else {
      isCoarse = isCoarse || budget.isExhausted
      return
    }
    split(lefts.lowerBound..<snake.left, rights.lowerBound..<snake.right, budget: &budget)
    runs.join(snake)
    split(
      snake.leftRange.upperBound..<lefts.upperBound, snake.rightRange.upperBound..<rights.upperBound,
      budget: &budget)
  }

  private func trimmed(
    _ leftRange: Range<Int>, _ rightRange: Range<Int>
  ) -> (prefix: MatchedRun, left: Range<Int>, right: Range<Int>, suffix: MatchedRun) {
    let prefix = CommonEnds.prefix(left, leftRange, right, rightRange)
    let (lefts, rights) = (leftRange.dropFirst(prefix), rightRange.dropFirst(prefix))
    let suffix = CommonEnds.suffix(left, lefts, right, rights)
    return (
      MatchedRun(left: leftRange.lowerBound, right: rightRange.lowerBound, count: prefix),
      lefts.dropLast(suffix), rights.dropLast(suffix),
      MatchedRun(left: lefts.upperBound - suffix, right: rights.upperBound - suffix, count: suffix)
    )
  }

  /// The stretch of equal elements, perhaps none, in the middle of a shortest way from one corner to the other.
  private mutating func middleSnake(
    _ leftRange: Range<Int>, _ rightRange: Range<Int>, budget: inout WorkBudget
  ) -> MatchedRun? {
    forward.withUnsafeMutableBufferPointer { forward in
      backward.withUnsafeMutableBufferPointer { backward in
        var search = SnakeSearch(
          left: UnsafeBufferPointer(rebasing: left[leftRange]),
          right: UnsafeBufferPointer(rebasing: right[rightRange]), forward: forward, backward: backward)
        guard let snake = search.run(rounds: Self.rounds(leftRange, rightRange), budget: &budget) else {
          return nil
        }
        return MatchedRun(
          left: leftRange.lowerBound + snake.left, right: rightRange.lowerBound + snake.right,
          count: snake.count)
      }
    }
  }
}

/// The search from both corners at once. `x` counts elements of the left side, `x - k` those of the right, on diagonal `k`.
private struct SnakeSearch {
  let left: UnsafeBufferPointer<Int32>
  let right: UnsafeBufferPointer<Int32>
  /// How far each diagonal is reached, from the start and from the end.
  let forward: UnsafeMutableBufferPointer<Int>
  let backward: UnsafeMutableBufferPointer<Int>

  mutating func run(rounds: Int, budget: inout WorkBudget) -> MatchedRun? {
    let zero = rounds + 1
    let delta = left.count - right.count
    (forward[zero + 1], backward[zero + 1]) = (0, 0)
    for d in 0...rounds {
      guard budget.spend(2 * d + 2) else { return nil }
      if let snake = advance(d, zero: zero, delta: delta) { return snake }
      if let snake = retreat(d, zero: zero, delta: delta) { return snake }
    }
    return nil
  }

  @inline(__always)
  private func start(_ reached: UnsafeMutableBufferPointer<Int>, _ k: Int, _ d: Int, zero: Int) -> Int {
    k == -d || (k != d && reached[zero + k - 1] < reached[zero + k + 1])
      ? reached[zero + k + 1] : reached[zero + k - 1] + 1
  }

  private func advance(_ d: Int, zero: Int, delta: Int) -> MatchedRun? {
    let isOdd = delta & 1 != 0
    var k = -d
    while k <= d {
      let start = start(forward, k, d, zero: zero)
      var (x, y) = (start, start - k)
      while x < left.count, y < right.count, left[x] == right[y] { (x, y) = (x + 1, y + 1) }
      forward[zero + k] = x
      if isOdd, abs(delta - k) < d, x <= left.count, y <= right.count,
        x + backward[zero + delta - k] >= left.count
      {
        return MatchedRun(left: start, right: start - k, count: x - start)
      }
      k += 2
    }
    return nil
  }

  private func retreat(_ d: Int, zero: Int, delta: Int) -> MatchedRun? {
    let isEven = delta & 1 == 0
    let (lastLeft, lastRight) = (left.count - 1, right.count - 1)
    var k = -d
    while k <= d {
      let start = start(backward, k, d, zero: zero)
      var (x, y) = (start, start - k)
      while x <= lastLeft, y <= lastRight, left[lastLeft - x] == right[lastRight - y] {
        (x, y) = (x + 1, y + 1)
      }
      backward[zero + k] = x
      if isEven, abs(delta - k) <= d, x <= left.count, y <= right.count,
        x + forward[zero + delta - k] >= left.count
      {
        return MatchedRun(left: left.count - x, right: right.count - y, count: x - start)
      }
      k += 2
    }
    return nil
  }
}
