/// Which blocks of two texts stand for each other: in the same order on both sides, by what they are about.
struct BlockAlignment {
  /// Below this, two blocks have nothing to do with each other.
  private static let leastSimilarity: Float = 0.25
  /// From here on a block that stands elsewhere counts as moved.
  private static let leastMovedSimilarity: Float = 0.5
  /// One that also is of the same kind goes before one that is not.
  private static let kindBonus: Float = 0.05
  /// Cells of one table; what needs more stays unaligned.
  private static let mostCells = 4_000_000

  private(set) var pairs: [(left: Int, right: Int)] = []
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
        pairs += zip(run.leftRange, run.rightRange).map { ($0, $1) }
        equal = equal.dropFirst()
      }
      alignSimilar(gap.left, gap.right, budget: &budget)
    }
    for run in equal { pairs += zip(run.leftRange, run.rightRange).map { ($0, $1) } }
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

  /// The chain of pairs with the greatest similarity in all (Needleman–Wunsch, gaps for nothing).
  private mutating func alignSimilar(_ lefts: Range<Int>, _ rights: Range<Int>, budget: inout WorkBudget) {
    guard !lefts.isEmpty, !rights.isEmpty else { return }
    let width = rights.count + 1
    guard lefts.count * width <= Self.mostCells, budget.spend(2 * lefts.count * width) else {
      isCoarse = true
      return
    }
    var best = [Float](repeating: 0, count: (lefts.count + 1) * width)
    var isPair = [Bool](repeating: false, count: best.count)
    let similarities = Similarities(rights, vectors.right, heads: &heads)
    for (row, leftBlock) in lefts.enumerated() {
      let scores = similarities.scores(of: vectors.left[leftBlock], heads: heads)
      for (column, score) in scores.enumerated() {
        let cell = (row + 1) * width + column + 1
        best[cell] = max(best[cell - width], best[cell - 1])
        let value = similarity(score, leftBlock, rights.lowerBound + column)
        guard value >= Self.leastSimilarity, best[cell - width - 1] + value > best[cell] else { continue }
        best[cell] = best[cell - width - 1] + value
        isPair[cell] = true
      }
    }
    similarities.remove(from: &heads)
    pairs += Self.trace(best, isPair, width: width, rows: lefts.count).map {
      (lefts.lowerBound + $0.left, rights.lowerBound + $0.right)
    }
  }

  private static func trace(
    _ best: [Float], _ isPair: [Bool], width: Int, rows: Int
  ) -> [(left: Int, right: Int)] {
    var (row, column) = (rows, width - 1)
    var pairs: [(left: Int, right: Int)] = []
    while row > 0, column > 0 {
      let cell = row * width + column
      if isPair[cell] {
        (row, column) = (row - 1, column - 1)
        pairs.append((row, column))
      } else if best[cell - width] >= best[cell - 1] {
        row -= 1
      } else {
        column -= 1
      }
    }
    return pairs.reversed()
  }

  private func similarity(_ cosine: Float, _ leftBlock: Int, _ rightBlock: Int) -> Float {
    let (leftKind, rightKind) = (left.blocks[leftBlock].kind, right.blocks[rightBlock].kind)
    guard cosine > 0, leftKind.matches(rightKind) else { return 0 }
    return cosine + (leftKind == rightKind ? Self.kindBonus : 0)
  }

  private mutating func findMoved(budget: inout WorkBudget) {
    let takenLeft = Set(pairs.map(\.left))
    var takenRight = Set(pairs.map(\.right))
    let lefts = left.blocks.indices.filter { !takenLeft.contains($0) }
    let freeRights = right.blocks.count - takenRight.count
    guard !lefts.isEmpty, freeRights > 0, budget.spend(lefts.count * right.blocks.count) else { return }
    let similarities = Similarities(right.blocks.indices, vectors.right, heads: &heads)
    for leftBlock in lefts {
      let scores = similarities.scores(of: vectors.left[leftBlock], heads: heads)
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
