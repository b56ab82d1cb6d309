/// Code is compared by lines; words only inside lines that differ.
struct CodeDifference {
  /// Equal lines, as numbers of lines in the block.
  let lines: [MatchedRun]
  /// Equal words, as tokens of the text.
  private(set) var runs: [MatchedRun] = []
  private(set) var isCoarse: Bool

  init(
    _ left: TokenizedText, _ leftBlock: TextBlock, _ right: TokenizedText, _ rightBlock: TextBlock,
    budget: inout WorkBudget
  ) {
    var numbers: [UInt64: Int32] = [:]
    let leftLines = CodeLines(left, leftBlock, numbers: &numbers)
    let rightLines = CodeLines(right, rightBlock, numbers: &numbers)
    let (all, whole) = (leftLines.numbers.indices, rightLines.numbers.indices)
    let match = SequenceMatcher.match(leftLines.numbers, all, rightLines.numbers, whole, budget: &budget)
    lines = match.runs
    isCoarse = match.isCoarse
    var equal = lines[...]
    for gap in lines.gaps(left: all, right: whole) {
      while let run = equal.first, run.left < gap.left.lowerBound || run.right < gap.right.lowerBound {
        take(run, leftLines, rightLines)
        equal = equal.dropFirst()
      }
      let words = SequenceMatcher.match(
        left.words, leftLines.tokens(of: gap.left), right.words, rightLines.tokens(of: gap.right),
        budget: &budget)
      for run in words.runs { runs.join(run) }
      isCoarse = isCoarse || words.isCoarse
    }
    for run in equal { take(run, leftLines, rightLines) }
  }

  private mutating func take(_ run: MatchedRun, _ left: CodeLines, _ right: CodeLines) {
    let (leftTokens, rightTokens) = (left.tokens(of: run.leftRange), right.tokens(of: run.rightRange))
    runs.join(
      MatchedRun(left: leftTokens.lowerBound, right: rightTokens.lowerBound, count: leftTokens.count))
  }
}

/// The lines of a block of code, numbered so that lines with the same text have the same number. Blanks at their end do
/// not count.
struct CodeLines {
  private(set) var numbers: [Int32] = []
  /// Where each begins, in bytes of the text.
  private(set) var starts: [Int] = []
  /// The first token of each, and at last the one after the block.
  private var tokens: [Int] = []

  init(_ text: TokenizedText, _ block: TextBlock, numbers known: inout [UInt64: Int32]) {
    var token = block.tokens.lowerBound
    for line in TextLines(text.bytes[block.bytes]) {
      let end = text.bytes[line].lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? line.lowerBound
      let content = Fingerprint.of(text.bytes[line.lowerBound..<end])
      let number = known[content] ?? Int32(truncatingIfNeeded: known.count)
      known[content] = number
      numbers.append(number)
      starts.append(line.lowerBound)
      tokens.append(token)
      while token < block.tokens.upperBound, Int(text.tokens[token].lowerBound) < line.upperBound {
        token += 1
      }
    }
    tokens.append(token)
  }

  func tokens(of lines: Range<Int>) -> Range<Int> { tokens[lines.lowerBound]..<tokens[lines.upperBound] }
}
