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
      left += lefts.missing(in: rights)
      right += rights.missing(in: lefts)
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
  func missing(in other: BlockFacts) -> [TokenMark] {
    let tokens =
      missing(numbers, in: other.numbers, of: other) + missing(names, in: other.names, of: other)
      + (other.negations.isEmpty ? negations : [])
    return tokens.sorted().map { TokenMark(tokens: $0..<$0 + 1, kind: .changed) }
  }

  private func missing(_ tokens: [Int], in others: [Int], of other: BlockFacts) -> [Int] {
    guard !others.isEmpty else { return [] }
    let known = Set(others.map { other.words[$0] })
    return tokens.filter { !known.contains(words[$0]) }
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
