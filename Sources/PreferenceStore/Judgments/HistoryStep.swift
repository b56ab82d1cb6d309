import Preference

/// What undo or redo did.
package struct HistoryStep: Equatable, Sendable {
  package let ordinal: Int
  /// The judgment that holds now; `nil` if the comparison is without one again.
  package let current: Judgment?
}
