import Preference
import Testing

@testable import LabelingUI

@Suite("Sequence matcher")
struct SequenceMatcherTests {
  @Test func `short sequences match in as many places as can be`() {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<2000 {
      let left = Self.random(upTo: 14, of: 4, &generator)
      let right = Self.random(upTo: 14, of: 4, &generator)
      let (runs, isCoarse) = match(left, right)
      expectValid(runs, left, right)
      #expect(!isCoarse)
      #expect(runs.matchedCount == Self.longestCommonSubsequence(left, right), "\(left) \(right)")
    }
  }

  @Test func `long sequences match nearly as well`() {
    var generator = SplitMix64(seed: 8)
    for _ in 0..<10 {
      let left = Self.random(upTo: 1500, of: 300, &generator) + Self.random(upTo: 1500, of: 300, &generator)
      let right = left.filter { _ in Int.random(in: 0..<10, using: &generator) > 1 }
      let (runs, isCoarse) = match(left, right)
      expectValid(runs, left, right)
      #expect(!isCoarse)
      #expect(Double(runs.matchedCount) > 0.97 * Double(Self.longestCommonSubsequence(left, right)))
    }
  }

  @Test func `no more steps are taken than there are`() {
    var generator = SplitMix64(seed: 9)
    for steps in [0, 1, 10, 1000, 100_000] {
      let left = Self.random(upTo: 5000, of: 3, &generator) + [0, 1, 2]
      let right = Self.random(upTo: 5000, of: 3, &generator) + [2, 1, 0]
      var budget = WorkBudget(steps: steps)
      let (runs, isCoarse) = SequenceMatcher.match(left, left.indices, right, right.indices, budget: &budget)
      expectValid(runs, left, right)
      #expect(budget.left >= 0 && budget.left <= steps)
      #expect(isCoarse == budget.isExhausted)
    }
  }

  @Test func `work that nobody waits for ends`() {
    var generator = SplitMix64(seed: 10)
    let left = (0..<60_000).map { _ in Int32.random(in: 0..<3, using: &generator) }
    let right = (0..<60_000).map { _ in Int32.random(in: 3..<6, using: &generator) }
    var polls = 0
    var budget = WorkBudget {
      polls += 1
      return true
    }
    _ = SequenceMatcher.match(left, left.indices, right, right.indices, budget: &budget)
    #expect(budget.isCancelled && polls == 1)
  }

  private func match(_ left: [Int32], _ right: [Int32]) -> (runs: [MatchedRun], isCoarse: Bool) {
    var budget = WorkBudget()
    return SequenceMatcher.match(left, left.indices, right, right.indices, budget: &budget)
  }

  /// In order on both sides, within bounds, and equal.
  private func expectValid(_ runs: [MatchedRun], _ left: [Int32], _ right: [Int32]) {
    var end = (left: 0, right: 0)
    for run in runs {
      #expect(run.count > 0 && run.left >= end.left && run.right >= end.right)
      end = (run.leftRange.upperBound, run.rightRange.upperBound)
      guard end.left <= left.count, end.right <= right.count else {
        Issue.record("out of bounds: \(run)")
        return
      }
      #expect(left[run.leftRange] == right[run.rightRange])
    }
  }

  private static func random(upTo count: Int, of kinds: Int32, _ generator: inout SplitMix64) -> [Int32] {
    let count = Int.random(in: 0...count, using: &generator)
    return (0..<count).map { _ in Int32.random(in: 0..<kinds, using: &generator) }
  }

  private static func longestCommonSubsequence(_ left: [Int32], _ right: [Int32]) -> Int {
    var row = [Int](repeating: 0, count: right.count + 1)
    for element in left {
      var diagonal = 0
      for (index, other) in right.enumerated() {
        let above = row[index + 1]
        row[index + 1] = element == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[right.count]
  }
}
