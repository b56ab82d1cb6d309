/// What is wrong with a call on a workspace, or with the workspace itself.
package enum WorkspaceError: Error, Hashable, Sendable, CustomStringConvertible {
  case noComparison(ordinal: Int)
  /// The judgment does not fit the comparison; `reason` finishes the sentence.
  case unfitting(reason: String)
  /// Rows contradict each other or cannot be read. Names no text of candidates.
  case damaged(String)

  package var description: String {
    switch self {
    case .noComparison(let ordinal): "the workspace has no comparison number \(ordinal)"
    case .unfitting(let reason): "the judgment does not fit the comparison: \(reason)"
    case .damaged(let detail): "the workspace is damaged: \(detail). Go back to the newest copy that opens"
    }
  }
}
