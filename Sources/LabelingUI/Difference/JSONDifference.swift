/// Two JSON texts, compared member by member: the order of an object's members does not matter, that of an array's elements
/// does.
struct JSONDifference {
  private static let leastTextSimilarity = 0.5

  let left: [DifferenceMark]
  let right: [DifferenceMark]
  /// Lines that stand for each other, in bytes, ascending on both sides.
  let anchors: [RunDifference.Anchor]
  let isCoarse: Bool
  let similarity: Double

  /// `nil` if one of them is no JSON.
  init?(_ left: TokenizedText, _ right: TokenizedText, budget: inout WorkBudget) {
    guard let leftOutline = JSONOutline(left.bytes), let rightOutline = JSONOutline(right.bytes) else {
      return nil
    }
    var comparison = Comparison(left: left, right: right)
    comparison.compare(leftOutline.root, rightOutline.root, budget: &budget)
    self.left = comparison.leftMarks.arranged()
    self.right = comparison.rightMarks.arranged()
    isCoarse = comparison.isCoarse
    similarity = PairDifference.similarity(
      comparison.equalLeaves, of: leftOutline.root.leafCount + rightOutline.root.leafCount)
    let pairs = comparison.pairs.sorted { $0.left < $1.left }
    anchors = pairs.longestAscendingChain(by: \.right).map {
      RunDifference.Anchor(
        pivot: leftOutline.lineStarts[pairs[$0].left], other: rightOutline.lineStarts[pairs[$0].right])
    }
  }

  private struct Comparison {
    typealias Node = JSONOutline.Node

    let left: TokenizedText
    let right: TokenizedText
    var leftMarks: [DifferenceMark] = []
    var rightMarks: [DifferenceMark] = []
    /// Lines of values with the same path.
    var pairs: [(left: Int, right: Int)] = []
    var equalLeaves = 0
    var isCoarse = false

    init(left: TokenizedText, right: TokenizedText) {
      self.left = left
      self.right = right
    }

    mutating func compare(_ leftNode: Node, _ rightNode: Node, budget: inout WorkBudget) {
      pairs.append((leftNode.lines.lowerBound, rightNode.lines.lowerBound))
      switch (leftNode.content, rightNode.content) {
      case (.object(let lefts), .object(let rights)): compareMembers(lefts, rights, budget: &budget)
      case (.array(let lefts), .array(let rights)): compareElements(lefts, rights, budget: &budget)
      case (.leaf(let left), .leaf(let right)) where left == right: equalLeaves += 1
      case (.leaf, .leaf): markLeaves(leftNode, rightNode, budget: &budget)
      default:
        leftMarks.append(DifferenceMark(range: leftNode.value, kind: .changed))
        rightMarks.append(DifferenceMark(range: rightNode.value, kind: .changed))
        return
      }
      // The closing brackets stand beside each other as well.
      if leftNode.lines.count > 1, rightNode.lines.count > 1 {
        pairs.append((leftNode.lines.upperBound, rightNode.lines.upperBound))
      }
    }

    private mutating func compareMembers(_ lefts: [Node], _ rights: [Node], budget: inout WorkBudget) {
      var known: [[UInt8]: Node] = [:]
      for node in rights { known[node.key] = node }
      for node in lefts {
        if let other = known.removeValue(forKey: node.key) {
          compare(node, other, budget: &budget)
        } else {
          leftMarks.append(DifferenceMark(range: node.member, kind: .onlyHere))
        }
      }
      for node in rights where known[node.key] != nil {
        rightMarks.append(DifferenceMark(range: node.member, kind: .onlyHere))
      }
    }

    /// Equal elements stand for each other; between them, the first for the first and so on.
    private mutating func compareElements(_ lefts: [Node], _ rights: [Node], budget: inout WorkBudget) {
      var numbers: [UInt64: Int32] = [:]
      func number(_ node: Node) -> Int32 {
        let number = numbers[node.fingerprint] ?? Int32(truncatingIfNeeded: numbers.count)
        numbers[node.fingerprint] = number
        return number
      }
      let match = SequenceMatcher.match(
        lefts.map(number), lefts.indices, rights.map(number), rights.indices, budget: &budget)
      isCoarse = isCoarse || match.isCoarse
      for run in match.runs {
        for (first, second) in zip(run.leftRange, run.rightRange) {
          compare(lefts[first], rights[second], budget: &budget)
        }
      }
      for gap in match.runs.gaps(left: lefts.indices, right: rights.indices) {
        for (first, second) in zip(gap.left, gap.right) {
          compare(lefts[first], rights[second], budget: &budget)
        }
        leftMarks += lefts[gap.left.dropFirst(gap.right.count)].map {
          DifferenceMark(range: $0.member, kind: .onlyHere)
        }
        rightMarks += rights[gap.right.dropFirst(gap.left.count)].map {
          DifferenceMark(range: $0.member, kind: .onlyHere)
        }
      }
    }

    /// Long texts that are alike show which words differ.
    private mutating func markLeaves(_ leftNode: Node, _ rightNode: Node, budget: inout WorkBudget) {
      let (lefts, rights) = (left.tokens(in: leftNode.value), right.tokens(in: rightNode.value))
      let match = SequenceMatcher.match(left.words, lefts, right.words, rights, budget: &budget)
      isCoarse = isCoarse || match.isCoarse
      let similarity = PairDifference.similarity(match.runs.matchedCount, of: lefts.count + rights.count)
      guard lefts.count > 8, rights.count > 8, similarity >= JSONDifference.leastTextSimilarity else {
        leftMarks.append(DifferenceMark(range: leftNode.value, kind: .changed))
        rightMarks.append(DifferenceMark(range: rightNode.value, kind: .changed))
        return
      }
      for gap in match.runs.gaps(left: lefts, right: rights) {
        let kind =
          gap.left.isEmpty || gap.right.isEmpty ? DifferenceMark.Kind.onlyHere : .changed
        if !gap.left.isEmpty {
          leftMarks.append(DifferenceMark(range: left.bytes(of: gap.left), kind: kind))
        }
        if !gap.right.isEmpty {
          rightMarks.append(DifferenceMark(range: right.bytes(of: gap.right), kind: kind))
        }
      }
    }
  }
}
