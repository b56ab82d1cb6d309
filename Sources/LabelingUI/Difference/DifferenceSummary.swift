/// What the marks show, and why these.
package struct DifferenceSummary: Equatable, Sendable {
  package enum Shown: Equatable, Sendable {
    /// All runs are the same, byte by byte.
    case identical
    /// The words are the same; blanks or line ends differ.
    case sameWords
    case words
    case phrases
    case unique
    /// Structured outputs, member by member.
    case paths
    case nothing
  }

  package let aid: ReadingAid
  package let shown: Shown
  /// 0 to 1; of several runs, the mean over the pairs with the pivot.
  package let similarity: Double
  /// Columns whose runs are identical, where they are two or more; not told when all are.
  package let identical: [[Int]]
  /// The budget did not suffice: more differs, or less, than is marked.
  package let isCoarse: Bool
  /// The rest is still compared: what is marked may become more, or other, but for the better.
  package let isPartial: Bool
  /// The run that the similarity is with, where the rater chose one.
  var pivotLabel: String?

  package init(
    aid: ReadingAid, shown: Shown, similarity: Double, identical: [[Int]] = [], isCoarse: Bool = false,
    isPartial: Bool = false
  ) {
    self.aid = aid
    self.shown = shown
    self.similarity = similarity
    self.identical = identical
    self.isCoarse = isCoarse
    self.isPartial = isPartial
  }
}
