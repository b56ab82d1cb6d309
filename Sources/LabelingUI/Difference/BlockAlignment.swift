/// Which blocks of two texts stand for each other: in the same order on both sides, by what they are about. What one text
/// says in one block, the other may say in two.
struct BlockAlignment {
  /// From here on a block that stands elsewhere counts as moved.
  private static let leastMovedSimilarity: Float = 0.5
  /// Cells of one table; what needs more stays unaligned.
  private static let mostCells = 4_000_000

  private(set) var pairs: [BlockPair] = []
  /// Blocks that the other text has too, before or after their neighbors.
  private(set) var moved: [(left: Int, right: Int)] = []
  private(set) var isCoarse = false

  private let left: BlockText
  private let right: BlockText
  private let vectors: BlockVectors
  private let scores: BlockScores
  private let sides: (left: BlockOffers.Side, right: BlockOffers.Side)

  init(_ left: BlockText, _ right: BlockText, vocabulary: Vocabulary, budget: inout WorkBudget) {
    self.left = left
    self.right = right
    vectors = BlockVectors(left, right, vocabulary: vocabulary)
    scores = BlockScores(vectors.rightSide.blocks, termLimit: vectors.termLimit)
    sides = (BlockOffers.Side(left, vectors.leftSide), BlockOffers.Side(right, vectors.rightSide))
    align(budget: &budget)
    findMoved(budget: &budget)
  }

  /// Blocks with the same words are fixed points; between them similarity decides.
  private mutating func align(budget: inout WorkBudget) {
    let (lefts, rights) = Self.numbers(left.fingerprints(), right.fingerprints())
    let (all, whole) = (left.blocks.indices, right.blocks.indices)
    let same = SequenceMatcher.match(lefts, all, rights, whole, budget: &budget)
    isCoarse = same.isCoarse
    var equal = same.runs[...]
    for gap in same.runs.gaps(left: all, right: whole) {
      while let run = equal.first, run.left < gap.left.lowerBound || run.right < gap.right.lowerBound {
        pairs += zip(run.leftRange, run.rightRange).map(BlockPair.init)
        equal = equal.dropFirst()
      }
      alignSimilar(gap.left, gap.right, budget: &budget)
    }
    for run in equal { pairs += zip(run.leftRange, run.rightRange).map(BlockPair.init) }
  }

  private static func numbers(_ left: [UInt64], _ right: [UInt64]) -> ([Int32], [Int32]) {
    var numbers: [UInt64: Int32] = [:]
    func number(_ fingerprint: UInt64) -> Int32 {
      if let number = numbers[fingerprint] { return number }
      let next = Int32(truncatingIfNeeded: numbers.count)
      numbers[fingerprint] = next
      return next
    }
    return (left.map(number), right.map(number))
  }

  private mutating func alignSimilar(_ lefts: Range<Int>, _ rights: Range<Int>, budget: inout WorkBudget) {
    guard !lefts.isEmpty, !rights.isEmpty else { return }
    let cells = lefts.count * (rights.count + 1)
    guard cells <= Self.mostCells, budget.spend(3 * cells) else {
      isCoarse = true
      return
    }
    var chain = BlockChain(rows: lefts.count, columns: rights.count)
    var offers = BlockOffers(columns: rights.count)
    var cosines = [Float](repeating: 0, count: rights.count)
    var above: [Float] = []
    for block in lefts {
      scores.score(vectors.leftSide.blocks[block], against: rights, into: &cosines)
      offers.weigh(cosines, above: above, of: block, sides.left, with: rights, sides.right)
      chain.add(offers)
      if above.isEmpty { above = cosines }
      swap(&above, &cosines)
    }
    pairs += chain.pairs.map {
      BlockPair(left: $0.left.shifted(by: lefts.lowerBound), right: $0.right.shifted(by: rights.lowerBound))
    }
  }

  private mutating func findMoved(budget: inout WorkBudget) {
    let takenLeft = Set(pairs.flatMap(\.left))
    var isFree = [Bool](repeating: true, count: right.blocks.count)
    for block in pairs.flatMap(\.right) { isFree[block] = false }
    let lefts = left.blocks.indices.filter { !takenLeft.contains($0) }
    guard !lefts.isEmpty, isFree.contains(true), budget.spend(lefts.count * right.blocks.count) else {
      return
    }
    var cosines = [Float](repeating: 0, count: right.blocks.count)
    for leftBlock in lefts {
      scores.score(vectors.leftSide.blocks[leftBlock], against: right.blocks.indices, into: &cosines)
      var best: (block: Int, score: Float)?
      for rightBlock in cosines.indices
      where cosines[rightBlock] >= Self.leastMovedSimilarity && isFree[rightBlock] {
        guard cosines[rightBlock] > best?.score ?? 0,
          left.blocks[leftBlock].kind.matches(right.blocks[rightBlock].kind)
        else { continue }
        best = (rightBlock, cosines[rightBlock])
      }
      guard let best else { continue }
      isFree[best.block] = false
      moved.append((leftBlock, best.block))
    }
  }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
