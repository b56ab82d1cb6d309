import Preference

/// What of a session outlives it although nobody saved it, and how much of that is in the workspace already.
struct Keeping: Equatable, Sendable {
  /// What is not kept yet waits at most this long.
  static let delay = Duration.milliseconds(700)

  /// As it is in the workspace.
  private(set) var place: RaterPlace?
  private(set) var draft: KeptDraft?
  /// The version of the text that is being written, as it is in the workspace.
  private(set) var edit: EditStamp?
  /// Since when something has differed from it.
  private(set) var changedAt: Duration?

  init(place: RaterPlace? = nil) {
    self.place = place
  }

  var dueAt: Duration? { changedAt.map { $0 + Self.delay } }

  /// The workspace's draft of the comparison that was opened.
  mutating func begin(with draft: KeptDraft) {
    self.draft = draft
  }

  mutating func note(_ place: RaterPlace?, _ draft: KeptDraft?, at time: Duration) {
    let isChanged = place != self.place || draft != self.draft
    changedAt = isChanged ? changedAt ?? time : nil
  }

  /// While a text is written, nothing else changes, and to compare all of it with every key would be dear.
  mutating func note(_ edit: EditStamp, at time: Duration) {
    changedAt = edit == self.edit ? nil : changedAt ?? time
  }

  mutating func noteKept(_ edit: EditStamp?) { self.edit = edit }

  /// What is to be written now.
  mutating func keep(_ place: RaterPlace?, _ draft: KeptDraft?) -> [Effect] {
    changedAt = nil
    var effects: [Effect] = []
    if let place, place != self.place { effects.append(.keepPlace(place)) }
    if let draft, draft != self.draft { effects.append(.keepDraft(draft)) }
    self.place = place ?? self.place
    self.draft = draft ?? self.draft
    return effects
  }
}

/// A version of a text that is being written.
struct EditStamp: Equatable, Sendable {
  let revision: Int
  let cursor: Int
}

/// What is not saved, as it is kept; `nil` if there is nothing.
package struct KeptDraft: Equatable, Sendable {
  package let comparison: Int
  package let draft: Draft?

  package init(comparison: Int, draft: Draft?) {
    self.comparison = comparison
    self.draft = draft
  }
}
