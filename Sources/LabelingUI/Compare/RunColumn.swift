import Preference
import Terminal

/// One run on the screen: its letter, its text, and which candidate it is.
struct RunColumn: Equatable, Sendable {
  let label: String
  /// Index into the comparison's candidates.
  let candidate: Int
  let role: Role
  /// The text that is compared with others, in UTF-8.
  let source: [UInt8]
  var pane: TextPane
  /// The model wrote nothing.
  let isEmpty: Bool

  init(index: Int, candidate: Int, text: String, repertoire: Repertoire) {
    label = RunLabel.text(ofColumn: index)
    self.candidate = candidate
    role = Self.roles[index % Self.roles.count]
    source = Array(text.utf8)
    pane = TextPane(text, repertoire: repertoire)
    isEmpty = text.isEmpty
  }

  private static let roles: [Role] = [.run1, .run2, .run3, .run4, .run5, .run6, .run7, .run8]
}
