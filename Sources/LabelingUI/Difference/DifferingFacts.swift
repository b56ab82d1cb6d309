/// Numbers, names and negations that one block has and the block that stands for it in the other text has not: what makes two
/// answers on the same thing contradict each other.
struct DifferingFacts {
  private(set) var left: [TokenMark] = []
  private(set) var right: [TokenMark] = []

  init(_ pair: PairDifference, vocabulary: Vocabulary) {
    for part in pair.parts
    where part.similarity >= WordMarks.leastSimilarity && part.similarity < DifferenceEngine.leastForWords {
      let lefts = BlockFacts(pair.left, part.blocks.left, vocabulary)
      let rights = BlockFacts(pair.right, part.blocks.right, vocabulary)
      left += lefts.marks(against: rights)
      right += rights.marks(against: lefts)
    }
  }
}

/// What a block, or two of them, assert in single words.
private struct BlockFacts {
  private var numbers: [Int] = []
  private var names: [Int] = []
  private var negations: [Int] = []
  private let words: [Int32]

  init(_ text: BlockText, _ blocks: Range<Int>, _ vocabulary: Vocabulary) {
    words = text.text.words
    var begins = true
    for token in text.tokens(of: blocks) {
      let traits = vocabulary.traits[Int(words[token])]
      if traits.contains(.number) { numbers.append(token) }
      if traits.contains(.negation) { negations.append(token) }
      if !begins, traits.isContent, text.text.isCapitalized(token) { names.append(token) }
      begins = text.text.endsSentence(token)
    }
  }

  /// Numbers and names are told where the other block has some too; negations where it has none.
  func marks(against other: BlockFacts) -> [TokenMark] {
    let alone = (other.negations.isEmpty ? negations : []).map {
      TokenMark(tokens: $0..<$0 + 1, kind: .onlyHere)
    }
    return (marks(\.numbers, against: other) + marks(\.names, against: other) + alone)
      .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Changed, if the other block has a fact that stands for them.
  private func marks(_ facts: KeyPath<BlockFacts, [Int]>, against other: BlockFacts) -> [TokenMark] {
    let kind = other.missing(facts, in: self).isEmpty ? DifferenceMark.Kind.onlyHere : .changed
    return missing(facts, in: other).map { TokenMark(tokens: $0..<$0 + 1, kind: kind) }
  }

  private func missing(_ facts: KeyPath<BlockFacts, [Int]>, in other: BlockFacts) -> [Int] {
    let others = other[keyPath: facts]
    guard !others.isEmpty else { return [] }
    let known = Set(others.map { other.words[$0] })
    return self[keyPath: facts].filter { !known.contains(words[$0]) }
  }
}

extension TokenizedText {
  /// Whether a token begins with a capital letter.
  fileprivate func isCapitalized(_ token: Int) -> Bool {
    let first = String(
      decoding: bytes[Int(tokens[token].lowerBound)..<Int(tokens[token].upperBound)], as: UTF8.self
    )
    .unicodeScalars.first
    return first?.properties.isUppercase ?? false
  }

  /// Whether the word after a token begins a sentence, where capitals say nothing.
  fileprivate func endsSentence(_ token: Int) -> Bool {
    ".!?:•-*#\"“".utf8.contains(bytes[Int(tokens[token].upperBound) - 1])
  }
}
