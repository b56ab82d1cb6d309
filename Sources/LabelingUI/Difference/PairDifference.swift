/// What two texts have in common, block by block and word by word. Told from the other side it is the same, mirrored.
struct PairDifference {
  struct Part {
    /// Block numbers: one on either side, or two for one.
    let blocks: BlockPair
    /// Equal words, as tokens of the whole texts.
    let runs: [MatchedRun]
    /// Of code, the lines that are equal, as numbers of the lines in the block.
    let lines: [MatchedRun]
    let similarity: Double
  }

  let left: BlockText
  let right: BlockText
  let parts: [Part]
  /// Block numbers.
  let moved: [(left: Int, right: Int)]
  /// Twice the words in common over all words: 1 for texts with the same words.
  let similarity: Double
  /// The budget did not suffice for all of it.
  let isCoarse: Bool

  init(_ left: BlockText, _ right: BlockText, vocabulary: Vocabulary, budget: inout WorkBudget) {
    if let part = Part(oneWord: left, right) {
      (self.left, self.right, parts, moved) = (left, right, [part], [])
      (similarity, isCoarse) = (part.similarity, false)
      return
    }
    let isMirrored = right.text.bytes.lexicographicallyPrecedes(left.text.bytes)
    let (first, second) = isMirrored ? (right, left) : (left, right)
    let alignment = BlockAlignment(first, second, vocabulary: vocabulary, budget: &budget)
    var isCoarse = alignment.isCoarse
    var parts: [Part] = []
    for pair in alignment.pairs {
      let part = Part(first, second, pair, isCoarse: &isCoarse, budget: &budget)
      parts.append(isMirrored ? part.mirrored : part)
    }
    self.left = left
    self.right = right
    self.parts = parts
    self.isCoarse = isCoarse
    moved = isMirrored ? alignment.moved.map { ($0.right, $0.left) } : alignment.moved
    let common = parts.reduce(0) { $0 + $1.runs.matchedCount }
    similarity = Self.similarity(common, of: left.tokens.count + right.tokens.count)
  }

  static func similarity(_ common: Int, of all: Int) -> Double {
    all == 0 ? 1 : Double(2 * common) / Double(all)
  }
}

extension PairDifference.Part {
  /// Two texts of one word each, of which most letters are the same: as words they have nothing in common.
  fileprivate init?(oneWord left: BlockText, _ right: BlockText) {
    guard left.tokens.count == 1, right.tokens.count == 1, left.blocks.count == 1, right.blocks.count == 1,
      left.text.words[left.tokens.lowerBound] != right.text.words[right.tokens.lowerBound]
    else { return nil }
    let words = (
      left.text.bytes[left.text.bytes(of: left.tokens)], right.text.bytes[right.text.bytes(of: right.tokens)]
    )
    guard let letters = WordRefinement(words.0, words.1) else { return nil }
    self.init(
      blocks: BlockPair(0, 0), runs: [], lines: [],
      similarity: PairDifference.similarity(
        letters.prefix + letters.suffix, of: words.0.count + words.1.count))
  }

  fileprivate init(
    _ left: BlockText, _ right: BlockText, _ pair: BlockPair, isCoarse: inout Bool, budget: inout WorkBudget
  ) {
    let (lefts, rights) = (left.tokens(of: pair.left), right.tokens(of: pair.right))
    let (leftPart, rightPart) = (left.blocks[pair.left.lowerBound], right.blocks[pair.right.lowerBound])
    var lines: [MatchedRun] = []
    var runs: [MatchedRun] = []
    if leftPart.kind == .code, rightPart.kind == .code {
      let code = CodeDifference(left.text, leftPart, right.text, rightPart, budget: &budget)
      (lines, runs) = (code.lines, code.runs)
      isCoarse = isCoarse || code.isCoarse
    } else {
      let words = SequenceMatcher.match(left.text.words, lefts, right.text.words, rights, budget: &budget)
      runs = words.runs
      isCoarse = isCoarse || words.isCoarse
    }
    self.init(
      blocks: pair, runs: runs, lines: lines,
      similarity: PairDifference.similarity(runs.matchedCount, of: lefts.count + rights.count))
  }

  fileprivate var mirrored: Self {
    func mirror(_ runs: [MatchedRun]) -> [MatchedRun] {
      runs.map { MatchedRun(left: $0.right, right: $0.left, count: $0.count) }
    }
    return Self(blocks: blocks.mirrored, runs: mirror(runs), lines: mirror(lines), similarity: similarity)
  }
}
