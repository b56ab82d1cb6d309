/// What the rater wants to have marked in the runs.
package enum ReadingAid: String, CaseIterable, Equatable, Sendable {
  /// What suits how alike the runs are.
  case auto
  /// Every word that differs.
  case words
  /// Phrases that runs share.
  case phrases
  /// What only one run says.
  case unique
  case off
}
