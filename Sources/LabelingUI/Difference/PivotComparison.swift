/// One run held against the pivot: as JSON if both are, else as text.
enum PivotComparison {
  case text(PairDifference)
  case json(JSONDifference)

  init(_ pivot: BlockText, _ other: BlockText, vocabulary: Vocabulary, budget: inout WorkBudget) {
    if let json = JSONDifference(pivot.text, other.text, budget: &budget) {
      self = .json(json)
    } else {
      self = .text(PairDifference(pivot, other, vocabulary: vocabulary, budget: &budget))
    }
  }

  /// Only as text; `nil` for what may be JSON, of which no part is JSON.
  init?(
    plain pivot: BlockText, _ other: BlockText, vocabulary: Vocabulary, budget: inout WorkBudget
  ) {
    guard !JSONOutline.mayBe(pivot.text.bytes) || !JSONOutline.mayBe(other.text.bytes) else { return nil }
    self = .text(PairDifference(pivot, other, vocabulary: vocabulary, budget: &budget))
  }

  var similarity: Double {
    switch self {
    case .text(let pair): pair.similarity
    case .json(let json): json.similarity
    }
  }

  var isCoarse: Bool {
    switch self {
    case .text(let pair): pair.isCoarse
    case .json(let json): json.isCoarse
    }
  }

  var anchors: [RunDifference.Anchor] {
    switch self {
    case .text(let pair): pair.anchors
    case .json(let json): json.anchors
    }
  }
}

extension PairDifference {
  /// Where blocks that stand for each other, and share more than a topic, begin; in code, the lines that are equal too.
  var anchors: [RunDifference.Anchor] {
    parts.filter { $0.similarity >= WordMarks.leastSimilarity || !$0.lines.isEmpty }.flatMap { part in
      let (leftBlock, rightBlock) = (
        left.blocks[part.blocks.left.lowerBound], right.blocks[part.blocks.right.lowerBound]
      )
      let start = RunDifference.Anchor(pivot: leftBlock.bytes.lowerBound, other: rightBlock.bytes.lowerBound)
      return [start] + lineAnchors(of: part, leftBlock, rightBlock)
    }
  }

  private func lineAnchors(
    of part: Part, _ leftBlock: TextBlock, _ rightBlock: TextBlock
  ) -> [RunDifference.Anchor] {
    guard !part.lines.isEmpty else { return [] }
    let lefts = Array(TextLines(left.text.bytes[leftBlock.bytes]))
    let rights = Array(TextLines(right.text.bytes[rightBlock.bytes]))
    return part.lines.flatMap { zip($0.leftRange, $0.rightRange) }.dropFirst(part.lines[0].left == 0 ? 1 : 0)
      .map { RunDifference.Anchor(pivot: lefts[$0].lowerBound, other: rights[$1].lowerBound) }
  }
}
