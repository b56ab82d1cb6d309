/// What is wrong with a call on a workspace, or with the workspace itself.
package enum WorkspaceError: Error, Hashable, Sendable, CustomStringConvertible {
  case noComparison(ordinal: Int)
  /// The judgment does not fit the comparison; `reason` finishes the sentence.
  case unfitting(reason: String)
  /// The same rater said something else of it since it was shown.
  case judgedMeanwhile(ordinal: Int)
  /// What a rater has begun to say of a comparison is there, and this version cannot read it.
  case unreadableDraft(ordinal: Int, reason: String)
  /// Rows contradict each other or cannot be read. Names no text of candidates.
  case damaged(String)

  package var description: String {
    switch self {
    case .noComparison(let ordinal): "the workspace has no comparison number \(ordinal)"
    case .unfitting(let reason): "the judgment does not fit the comparison: \(reason)"
    case .judgedMeanwhile(let ordinal):
      "comparison \(ordinal) was judged in another window meanwhile: open it again to see how"
    case .unreadableDraft(let ordinal, let reason):
      "the draft of comparison \(ordinal) cannot be read (\(reason)), so no other is kept there: look at it with "
        + "another version of podium, or give it up with podium drafts --discard \(ordinal)"
    case .damaged(let detail): "the workspace is damaged: \(detail). Go back to the newest copy that opens"
    }
  }
}
