/// Which blocks of two texts stand for each other: in the same order on both sides, by what they are about. What one text
/// says in one block, the other may say in two.
struct BlockAlignment {
  /// Below this, two blocks have nothing to do with each other.
  private static let leastSimilarity: Float = 0.25
  /// From here on a block that stands elsewhere counts as moved.
  private static let leastMovedSimilarity: Float = 0.5
  /// One that also is of the same kind goes before one that is not.
  private static let kindBonus: Float = 0.05
  /// Each of two blocks that stand for one must be about the same as that one at least so much,
  private static let leastShare: Float = 0.2
  /// and both together so much more than either alone.
  private static let leastGain: Float = 0.1
  /// Cells of one table; what needs more stays unaligned.
  private static let mostCells = 4_000_000

  private(set) var pairs: [BlockPair] = []
  /// Blocks that the other text has too, before or after their neighbors.
  private(set) var moved: [(left: Int, right: Int)] = []
  private(set) var isCoarse = false

  private let left: BlockText
  private let right: BlockText
  private let vectors: BlockVectors
  /// Of each term, the first of its entries for the blocks of the right side that are looked at; -1 if none.
  private var heads: [Int32]

  init(_ left: BlockText, _ right: BlockText, vocabulary: Vocabulary, budget: inout WorkBudget) {
    self.left = left
    self.right = right
    vectors = BlockVectors(left, right, vocabulary: vocabulary)
    heads = [Int32](repeating: -1, count: vectors.termLimit)
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
    let similarities = Similarities(rights, vectors.rightSide.blocks, heads: &heads)
    var above: [Float] = []
    for (row, leftBlock) in lefts.enumerated() {
      let scores = similarities.scores(of: vectors.leftSide.blocks[leftBlock], heads: heads)
      for (column, score) in scores.enumerated() {
        let rightBlock = rights.lowerBound + column
        chain.begin(row, column)
        offer(.oneToOne, similarity(score, leftBlock, rightBlock), to: &chain, row, column)
        if column > 0 {
          let both = oneToTwo(scores[column - 1], score, leftBlock, rightBlock)
          offer(.oneToTwo, both, to: &chain, row, column)
        }
        if row > 0 {
          let both = twoToOne(above[column], score, leftBlock, rightBlock)
          offer(.twoToOne, both, to: &chain, row, column)
        }
      }
      above = scores
    }
    similarities.remove(from: &heads)
    pairs += chain.pairs.map {
      BlockPair(left: $0.left.shifted(by: lefts.lowerBound), right: $0.right.shifted(by: rights.lowerBound))
    }
  }

  private func offer(
    _ step: BlockChain.Step, _ similarity: Float, to chain: inout BlockChain, _ row: Int, _ column: Int
  ) {
    guard similarity >= Self.leastSimilarity else { return }
    chain.offer(step, similarity: similarity, row, column)
  }

  private func similarity(_ cosine: Float, _ leftBlock: Int, _ rightBlock: Int) -> Float {
    let (leftKind, rightKind) = (left.blocks[leftBlock].kind, right.blocks[rightBlock].kind)
    guard cosine > 0, leftKind.matches(rightKind) else { return 0 }
    return cosine + (leftKind == rightKind ? Self.kindBonus : 0)
  }

  /// Of a block with two neighbors, of which this is the second.
  private func oneToTwo(_ first: Float, _ second: Float, _ leftBlock: Int, _ rightBlock: Int) -> Float {
    guard min(first, second) >= Self.leastShare,
      left.blocks[leftBlock].kind.joins(right.blocks[rightBlock].kind),
      left.blocks[leftBlock].kind.joins(right.blocks[rightBlock - 1].kind)
    else { return 0 }
    return worthwhile(vectors.rightSide.cosine(first, second, ofNeighborsEndingAt: rightBlock), first, second)
  }

  private func twoToOne(_ first: Float, _ second: Float, _ leftBlock: Int, _ rightBlock: Int) -> Float {
    guard min(first, second) >= Self.leastShare,
      left.blocks[leftBlock].kind.joins(right.blocks[rightBlock].kind),
      left.blocks[leftBlock - 1].kind.joins(right.blocks[rightBlock].kind)
    else { return 0 }
    return worthwhile(vectors.leftSide.cosine(first, second, ofNeighborsEndingAt: leftBlock), first, second)
  }

  private func worthwhile(_ both: Float, _ first: Float, _ second: Float) -> Float {
    both >= max(first, second) + Self.leastGain ? both : 0
  }

  private mutating func findMoved(budget: inout WorkBudget) {
    let takenLeft = Set(pairs.flatMap(\.left))
    var takenRight = Set(pairs.flatMap(\.right))
    let lefts = left.blocks.indices.filter { !takenLeft.contains($0) }
    let freeRights = right.blocks.count - takenRight.count
    guard !lefts.isEmpty, freeRights > 0, budget.spend(lefts.count * right.blocks.count) else { return }
    let similarities = Similarities(right.blocks.indices, vectors.rightSide.blocks, heads: &heads)
    for leftBlock in lefts {
      let scores = similarities.scores(of: vectors.leftSide.blocks[leftBlock], heads: heads)
      var best: (block: Int, score: Float)?
      for (rightBlock, score) in scores.enumerated() where !takenRight.contains(rightBlock) {
        guard score >= Self.leastMovedSimilarity, score > best?.score ?? 0,
          left.blocks[leftBlock].kind.matches(right.blocks[rightBlock].kind)
        else { continue }
        best = (rightBlock, score)
      }
      guard let best else { continue }
      takenRight.insert(best.block)
      moved.append((leftBlock, best.block))
    }
    similarities.remove(from: &heads)
  }
}

/// The blocks of one side by their terms, to be scored against blocks of the other.
private struct Similarities {
  private struct Entry {
    let block: Int
    let weight: Float
    let next: Int32
  }

  private let blocks: Range<Int>
  private let vectors: [[BlockVectors.Component]]
  private var entries: [Entry] = []

  init(_ blocks: Range<Int>, _ vectors: [[BlockVectors.Component]], heads: inout [Int32]) {
    self.blocks = blocks
    self.vectors = vectors
    for block in blocks {
      for component in vectors[block] {
        let term = Int(component.term)
        entries.append(
          Entry(block: block - blocks.lowerBound, weight: component.weight, next: heads[term]))
        heads[term] = Int32(truncatingIfNeeded: entries.count - 1)
      }
    }
  }

  /// The cosine with each of the blocks.
  func scores(of vector: [BlockVectors.Component], heads: [Int32]) -> [Float] {
    var scores = [Float](repeating: 0, count: blocks.count)
    for component in vector {
      var index = heads[Int(component.term)]
      while index >= 0 {
        let entry = entries[Int(index)]
        scores[entry.block] += entry.weight * component.weight
        index = entry.next
      }
    }
    return scores
  }

  func remove(from heads: inout [Int32]) {
    for block in blocks { for component in vectors[block] { heads[Int(component.term)] = -1 } }
  }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
