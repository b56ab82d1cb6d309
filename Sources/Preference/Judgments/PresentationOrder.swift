import Identifiers

/// In which columns a rater sees the candidates of a comparison.
///
/// Position sways raters, so it is balanced by design and not left to chance: in each block of n successive
/// comparisons with n candidates, every candidate stands in every position once (a Latin square), and for
/// even n each also follows every other once (Williams' square). Which row of the square a comparison gets,
/// and which candidate each number of the square stands for, is drawn afresh for each block.
package enum PresentationOrder {
  /// The candidate indices in the order of the columns. Follows from the arguments alone, on every machine.
  ///
  /// - Parameter index: Counts the campaign's comparisons with that many candidates, from 0.
  package static func order(
    candidateCount: Int, indexAmongSameCount index: Int, seed: UInt64, rater: String
  ) -> [Int] {
    guard candidateCount > 1 else { return Array(0..<candidateCount) }
    let (block, indexInBlock) = index.quotientAndRemainder(dividingBy: candidateCount)
    var generator = generator(seed: seed, rater: rater, candidateCount: candidateCount, block: block)
    let candidates = shuffled(candidateCount, using: &generator)
    let row = shuffled(candidateCount, using: &generator)[indexInBlock]
    return williamsRow(row, of: candidateCount).map { candidates[$0] }
  }

  private static func generator(seed: UInt64, rater: String, candidateCount: Int, block: Int) -> SplitMix64 {
    let name = "order\u{1F}\(seed)\u{1F}\(candidateCount)\u{1F}\(block)\u{1F}\(rater)"
    let digest = SHA1.digest(of: Array(name.utf8))
    return SplitMix64(seed: digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// 0, 1, n−1, 2, n−2, …, each increased by the row's number.
  private static func williamsRow(_ row: Int, of count: Int) -> [Int] {
    (0..<count).map { column in
      let first = column.isMultiple(of: 2) ? count - column / 2 : (column + 1) / 2
      return (first + row) % count
    }
  }

  /// The standard library's `shuffled(using:)` may change from version to version; campaigns outlive
  /// versions.
  private static func shuffled(_ count: Int, using generator: inout SplitMix64) -> [Int] {
    var numbers = Array(0..<count)
    for last in (1..<count).reversed() {
      numbers.swapAt(last, Int(generator.next().multipliedFullWidth(by: UInt64(last + 1)).high))
    }
    return numbers
  }
}
