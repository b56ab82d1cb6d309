/// How two texts differ, word by word, as `git diff --word-diff` tells it: `the [-quick-]{+slow+} fox`.
struct WordDifference {
  let marked: [UInt8]
  /// The budget did not suffice to find everything that is the same.
  let isCoarse: Bool

  init(_ left: String, _ right: String) {
    var vocabulary = Vocabulary()
    let lefts = TokenizedText(Array(left.utf8), vocabulary: &vocabulary)
    let rights = TokenizedText(Array(right.utf8), vocabulary: &vocabulary)
    var budget = WorkBudget()
    let (runs, isCoarse) = SequenceMatcher.match(
      lefts.words, lefts.words.indices, rights.words, rights.words.indices, budget: &budget)
    self.isCoarse = isCoarse
    marked = Self.marked(lefts, rights, runs.filter { $0.count > 0 })
  }

  /// The right text, with what the left had and it has not; blanks are the right one's.
  private static func marked(
    _ left: TokenizedText, _ right: TokenizedText, _ runs: [MatchedRun]
  ) -> [UInt8] {
    var text: [UInt8] = []
    var (leftStart, rightStart, written) = (0, 0, 0)
    let end = MatchedRun(left: left.tokens.count, right: right.tokens.count, count: 0)
    for run in runs + [end] {
      let removed = left.bytes(of: leftStart..<run.left)
      let added = right.bytes(of: rightStart..<run.right)
      if !removed.isEmpty || !added.isEmpty {
        let start =
          added.isEmpty
          ? (run.right < right.tokens.count ? Int(right.tokens[run.right].lowerBound) : right.bytes.count)
          : added.lowerBound
        text += right.bytes[written..<start]
        if !removed.isEmpty { text += Array("[-".utf8) + left.bytes[removed] + Array("-]".utf8) }
        if !added.isEmpty { text += Array("{+".utf8) + right.bytes[added] + Array("+}".utf8) }
        if added.isEmpty, start < right.bytes.count { text.append(0x20) }
        written = added.isEmpty ? start : added.upperBound
      }
      let matched = right.bytes(of: run.rightRange)
      if !matched.isEmpty {
        text += right.bytes[written..<matched.upperBound]
        written = matched.upperBound
      }
      (leftStart, rightStart) = (run.leftRange.upperBound, run.rightRange.upperBound)
    }
    return text + right.bytes[written...]
  }
}
