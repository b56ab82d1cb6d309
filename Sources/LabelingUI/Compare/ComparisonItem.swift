import Preference

/// A comparison as the workspace hands it to the screen.
package struct ComparisonItem: Equatable, Sendable {
  /// Counted from 1.
  package let number: Int
  package let comparison: Comparison
  /// Candidate indices in the order of the columns.
  package let order: [Int]
  /// What this rater said of it, if anything.
  package internal(set) var judged: Decision?
  /// The rater wants to come back to it.
  package let isFlagged: Bool
  /// What was begun and not saved.
  package let draft: Draft?

  package init(
    number: Int, comparison: Comparison, order: [Int], judged: Decision?, isFlagged: Bool = false,
    draft: Draft? = nil
  ) {
    self.number = number
    self.comparison = comparison
    self.order = order
    self.judged = judged
    self.isFlagged = isFlagged
    self.draft = draft
  }
}
