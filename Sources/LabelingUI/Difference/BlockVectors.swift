/// What each block of a text is about: its terms with their weight, the rarer the heavier (TF-IDF), of length 1 together.
struct BlockVectors {
  struct Component {
    let term: Int32
    let weight: Float
  }

  /// The blocks of one text.
  struct Side {
    /// By term, ascending.
    let blocks: [[Component]]
    /// As long as they were before.
    let lengths: [Float]
    /// The cosine of each block with the one before it.
    let kinships: [Float]

    /// What the block before it and the block have in the two of them: of something's cosine with each, so much is its cosine with
    /// both.
    func share(of block: Int) -> (Float, Float) {
      let (a, b) = (lengths[block - 1], lengths[block])
      let length = (a * a + b * b + 2 * a * b * kinships[block]).squareRoot()
      return length > 0 ? (a / length, b / length) : (0, 0)
    }
  }

  let leftSide: Side
  let rightSide: Side
  /// A number above those of all terms.
  let termLimit: Int

  init(_ left: BlockText, _ right: BlockText, vocabulary: Vocabulary) {
    let counts = (left.termCounts(vocabulary), right.termCounts(vocabulary))
    var frequency = [Int32](repeating: 0, count: vocabulary.count)
    for block in counts.0 + counts.1 { for (term, _) in block { frequency[Int(term)] += 1 } }
    let blockCount = Float(left.blocks.count + right.blocks.count)
    func side(_ counts: [[(term: Int32, count: Int)]]) -> Side {
      Side(
        weighted: counts.map { block in
          block.map { term, count in
            let rarity = (1 + blockCount / Float(frequency[Int(term)])).naturalLogarithm
            return Component(term: term, weight: Float(count) * rarity)
          }
        })
    }
    leftSide = side(counts.0)
    rightSide = side(counts.1)
    termLimit = vocabulary.count
  }
}

extension BlockVectors.Side {
  fileprivate init(weighted: [[BlockVectors.Component]]) {
    lengths = weighted.map { $0.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot() }
    blocks = zip(weighted, lengths).map { block, length in
      block.map { BlockVectors.Component(term: $0.term, weight: length > 0 ? $0.weight / length : 0) }
    }
    kinships = blocks.indices.map { [blocks] in $0 > 0 ? Self.cosine(blocks[$0 - 1], blocks[$0]) : 0 }
  }

  /// Of vectors of length 1, whose terms ascend.
  private static func cosine(_ left: [BlockVectors.Component], _ right: [BlockVectors.Component]) -> Float {
    var sum: Float = 0
    var index = 0
    for component in left {
      while index < right.count, right[index].term < component.term { index += 1 }
      guard index < right.count else { break }
      if right[index].term == component.term { sum += component.weight * right[index].weight }
    }
    return sum
  }
}

extension BlockText {
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
