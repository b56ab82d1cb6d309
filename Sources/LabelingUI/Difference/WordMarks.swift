/// What differs, word by word. What both sides leave unmarked is the same words in the same order.
struct WordMarks {
  /// Below this, two blocks share words by chance.
  static let leastSimilarity = 0.3

  private(set) var left: [TokenMark] = []
  private(set) var right: [TokenMark] = []

  private let pair: PairDifference
  private let vocabulary: Vocabulary

  /// All of two texts.
  init(_ pair: PairDifference, vocabulary: Vocabulary) {
    self.pair = pair
    self.vocabulary = vocabulary
    for part in pair.parts { mark(part) }
    markUnpaired()
  }

  /// Only the blocks that are at least so similar, and those that stand elsewhere.
  init(_ pair: PairDifference, alike least: Double, vocabulary: Vocabulary) {
    self.pair = pair
    self.vocabulary = vocabulary
    for part in pair.parts where part.similarity >= least { mark(part) }
    left += pair.moved.map { TokenMark(tokens: pair.left.blocks[$0.left].tokens, kind: .moved) }
    right += pair.moved.map { TokenMark(tokens: pair.right.blocks[$0.right].tokens, kind: .moved) }
  }

  private mutating func mark(_ part: PairDifference.Part) {
    let (lefts, rights) = (pair.left.tokens(of: part.blocks.left), pair.right.tokens(of: part.blocks.right))
    let isCode = pair.left.blocks[part.blocks.left.lowerBound].kind == .code
    let gaps =
      part.similarity < Self.leastSimilarity
      ? [(lefts, rights)] : readable(part.runs, isCode: isCode).gaps(left: lefts, right: rights)
    for (leftGap, rightGap) in gaps {
      let within = trim(leftGap, rightGap)
      if !leftGap.isEmpty {
        left.append(TokenMark(tokens: leftGap, kind: rightGap.isEmpty ? .onlyHere : .changed, within: within))
      }
      if !rightGap.isEmpty {
        right.append(
          TokenMark(tokens: rightGap, kind: leftGap.isEmpty ? .onlyHere : .changed, within: within))
      }
    }
  }

  /// One word for one other: what both begin and end with is left out.
  private func trim(_ leftGap: Range<Int>, _ rightGap: Range<Int>) -> TokenMark.Trim {
    guard leftGap.count == 1, rightGap.count == 1 else { return TokenMark.Trim() }
    let (leftText, rightText) = (pair.left.text, pair.right.text)
    let refinement = WordRefinement(
      leftText.bytes[leftText.bytes(of: leftGap)], rightText.bytes[rightText.bytes(of: rightGap)])
    return refinement.map { TokenMark.Trim(prefix: $0.prefix, suffix: $0.suffix) } ?? TokenMark.Trim()
  }

  /// Without the single words and the bits of grammar between two changes: marks that stop and go on are hard to read.
  private func readable(_ runs: [MatchedRun], isCode: Bool) -> [MatchedRun] {
    guard runs.count > 2, !isCode else { return runs }
    return [runs[0]] + runs[1..<runs.count - 1].filter { !isNoise($0) } + [runs[runs.count - 1]]
  }

  private func isNoise(_ run: MatchedRun) -> Bool {
    guard run.count <= 3 else { return false }
    let words = pair.left.text.words[run.leftRange]
    return run.count == 1 || words.allSatisfy { !vocabulary.traits[Int($0)].isContent }
  }

  private mutating func markUnpaired() {
    let moved = (Set(pair.moved.map(\.left)), Set(pair.moved.map(\.right)))
    let paired = (Set(pair.parts.flatMap(\.blocks.left)), Set(pair.parts.flatMap(\.blocks.right)))
    left += Self.unpaired(pair.left, paired: paired.0, moved: moved.0)
    right += Self.unpaired(pair.right, paired: paired.1, moved: moved.1)
  }

  private static func unpaired(_ text: BlockText, paired: Set<Int>, moved: Set<Int>) -> [TokenMark] {
    text.blocks.indices.filter { !paired.contains($0) }.map {
      TokenMark(tokens: text.blocks[$0].tokens, kind: moved.contains($0) ? .moved : .onlyHere)
    }
  }
}
