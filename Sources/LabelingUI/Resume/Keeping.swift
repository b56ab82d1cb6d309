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
  /// Drafts that the workspace could not take, by comparison, until it is asked again.
  private var refused: [Int: KeptDraft] = [:]
  /// Those it was asked for again.
  private var retried: [Int: KeptDraft] = [:]
  /// Since when something has differed from it.
  private(set) var changedAt: Duration?

  init(place: RaterPlace? = nil) {
    self.place = place
  }

  var dueAt: Duration? { changedAt.map { $0 + Self.delay } }

  /// A comparison was opened, and this is the workspace's draft of it.
  ///
  /// - Returns: The draft to go on with, which the workspace may have been unable to take.
  mutating func begin(with stored: KeptDraft) -> Draft? {
    draft = stored
    retried[stored.comparison] = nil
    guard let newer = refused.removeValue(forKey: stored.comparison) else { return stored.draft }
    return newer.draft
  }

  mutating func note(_ place: RaterPlace?, _ draft: KeptDraft?, at time: Duration) {
    let isChanged = place != self.place || draft != self.draft
    changedAt = isChanged ? changedAt ?? time : nil
  }

  /// While a text is written, nothing else changes, and to compare all of it with every key would be dear.
  mutating func note(_ edit: EditStamp, at time: Duration) {
    changedAt = edit == self.edit ? nil : changedAt ?? time
  }

  /// Something was not kept: nothing is known to be in the workspace, and all of it is written again.
  mutating func forget() {
    refused.merge(retried) { newer, _ in newer }
    retried = [:]
    if let draft { refused[draft.comparison] = draft }
    (place, draft, edit) = (nil, nil, nil)
  }

  /// A judgment took the draft's place.
  mutating func drop(_ comparison: Int) {
    (refused[comparison], retried[comparison]) = (nil, nil)
    if draft?.comparison == comparison { draft = nil }
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
    return effects + keepRefused(except: draft?.comparison)
  }

  private mutating func keepRefused(except comparison: Int?) -> [Effect] {
    if let comparison { refused[comparison] = nil }
    retried = refused
    refused = [:]
    return retried.values.sorted { $0.comparison < $1.comparison }.map(Effect.keepDraft)
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
