/// What the workspace was asked, for the front to know what a failure leaves undone.
package enum WorkspaceTask: String, CaseIterable, Equatable, Sendable {
  /// The screen waits for what comes of it.
  case opening
  /// Keeping a draft or a place; the rater goes on meanwhile.
  case keeping
  case listing
  case flagging
}
