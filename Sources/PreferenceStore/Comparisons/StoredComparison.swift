import Preference

/// A comparison as one rater meets it in a workspace.
package struct StoredComparison: Equatable, Sendable {
  /// 1 for the first of the workspace.
  package let ordinal: Int
  package let comparison: Comparison
  /// Candidate indices in the order in which the columns are to be shown to this rater.
  package let order: [Int]
  /// What this rater's last word on it is.
  package let current: Judgment?
}
