/// Numbers that one block has and the block that stands for it in the other text has not, where both give numbers at all.
struct DifferingFigures {
  private(set) var left: [TokenMark] = []
  private(set) var right: [TokenMark] = []

  init(_ pair: PairDifference, vocabulary: Vocabulary) {
    for part in pair.parts
    where part.similarity >= WordMarks.leastSimilarity && part.similarity < DifferenceEngine.leastForWords {
      let lefts = Self.figures(pair.left, part.left, vocabulary)
      let rights = Self.figures(pair.right, part.right, vocabulary)
      guard !lefts.isEmpty, !rights.isEmpty else { continue }
      let (known, knownRight) = (Set(lefts.map(\.word)), Set(rights.map(\.word)))
      left += lefts.filter { !knownRight.contains($0.word) }.map(\.mark)
      right += rights.filter { !known.contains($0.word) }.map(\.mark)
    }
  }

  private static func figures(
    _ text: BlockText, _ block: Int, _ vocabulary: Vocabulary
  ) -> [(word: Int32, mark: TokenMark)] {
    text.blocks[block].tokens.filter { vocabulary.traits[Int(text.text.words[$0])].contains(.number) }.map {
      (text.text.words[$0], TokenMark(tokens: $0..<$0 + 1, kind: .changed))
    }
  }
}
