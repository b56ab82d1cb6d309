/// A text that a rater writes.
package enum EditSubject: Hashable, Sendable {
  /// On the comparison as a whole.
  case comment
  /// On the candidate of that index.
  case runComment(Int)
  /// What the candidate's output should have been: all of it, or the value at the top level of its outputs that has this key.
  case correction(Int, field: String? = nil)
}
