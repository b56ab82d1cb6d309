/// What each block of a text is about: its terms with their weight, the rarer the heavier (TF-IDF), of length 1 together.
struct BlockVectors {
  struct Component {
    let term: Int32
    let weight: Float
  }

  let left: [[Component]]
  let right: [[Component]]
  /// A number above those of all terms.
  let termLimit: Int

  init(_ left: BlockText, _ right: BlockText, vocabulary: Vocabulary) {
    let counts = (left.termCounts(vocabulary), right.termCounts(vocabulary))
    var frequency = [Int32](repeating: 0, count: vocabulary.count)
    for block in counts.0 + counts.1 { for (term, _) in block { frequency[Int(term)] += 1 } }
    let blockCount = Float(left.blocks.count + right.blocks.count)
    func vector(_ counts: [(term: Int32, count: Int)]) -> [Component] {
      let weights = counts.map {
        Float($0.count) * (1 + blockCount / Float(frequency[Int($0.term)])).naturalLogarithm
      }
      let length = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 0 else { return [] }
      return zip(counts, weights).map { Component(term: $0.term, weight: $1 / length) }
    }
    self.left = counts.0.map(vector)
    self.right = counts.1.map(vector)
    termLimit = vocabulary.count
  }
}

/// A text with its blocks.
struct BlockText {
  let text: TokenizedText
  let blocks: [TextBlock]

  init(_ text: TokenizedText) {
    self.text = text
    blocks = BlockParser.blocks(of: text)
  }

  /// Equal for blocks with the same words.
  func fingerprints() -> [UInt64] {
    blocks.map { Fingerprint.of(text.words[$0.tokens]) }
  }

  fileprivate func termCounts(_ vocabulary: Vocabulary) -> [[(term: Int32, count: Int)]] {
    blocks.map { block in
      let terms = block.tokens.map { text.words[$0] }
        .filter { vocabulary.traits[Int($0)].isContent }
        .map { vocabulary.terms[Int($0)] }.sorted()
      var counts: [(term: Int32, count: Int)] = []
      for term in terms {
        if counts.last?.term == term { counts[counts.count - 1].count += 1 } else { counts.append((term, 1)) }
      }
      return counts
    }
  }
}

extension Float {
  /// Good to two digits, which weights need; the standard library has none.
  fileprivate var naturalLogarithm: Float {
    let rest = significand - 1
    return Float(exponent) * 0.6931 + rest * (0.9949 - rest * (0.4323 - rest * 0.1306))
  }
}
