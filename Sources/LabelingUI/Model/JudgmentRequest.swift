import Preference

/// A decision on its way to the workspace.
package struct JudgmentRequest: Equatable, Sendable {
  /// The comparison's number, counted from 1.
  package let comparison: Int
  package let decision: Decision
  /// Candidate indices, left to right.
  package let orderShown: [Int]
  package let elapsedMilliseconds: Int
  /// Where the next comparison comes from.
  package let list: QueueFilter
  /// Texts that were begun and are not part of the decision: they stay with the comparison.
  package let draft: Draft?
}
