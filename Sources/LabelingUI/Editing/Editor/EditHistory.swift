/// What undo and redo go through: versions of a text, which share what they have in common.
///
/// Keys that follow each other without a pause are one step, word by word.
struct EditHistory: Equatable, Sendable {
  struct Version: Equatable, Sendable {
    let text: TextRope
    let cursor: Int
    let anchor: Int?
  }

  enum Kind: Equatable, Sendable {
    case typing(isBlank: Bool)
    case erasing
    /// A step by itself.
    case other
  }

  private struct Last: Equatable {
    let kind: Kind
    let cursor: Int
    let time: Duration
  }

  /// Who hesitates that long begins another step.
  static let pause = Duration.seconds(1)
  private static let longest = 10_000

  private var past: [Version] = []
  private var future: [Version] = []
  private var last: Last?

  var canUndo: Bool { !past.isEmpty }
  var canRedo: Bool { !future.isEmpty }

  /// Notes an edit that is about to change `version` and leaves the cursor at that place.
  mutating func note(_ version: Version, kind: Kind, cursor: Int, at time: Duration) {
    if !continues(version, kind, at: time) { past.append(version) }
    if past.count > Self.longest { past.removeFirst(Self.longest / 10) }
    future = []
    last = Last(kind: kind, cursor: cursor, time: time)
  }

  private func continues(_ version: Version, _ kind: Kind, at time: Duration) -> Bool {
    guard let last, !past.isEmpty, last.cursor == version.cursor, version.anchor == nil,
      time < last.time + Self.pause
    else { return false }
    switch (last.kind, kind) {
    case (.typing(let wasBlank), .typing(let isBlank)): return isBlank || !wasBlank
    case (.erasing, .erasing): return true
    default: return false
    }
  }

  mutating func undo(from version: Version) -> Version? {
    guard let before = past.popLast() else { return nil }
    future.append(version)
    last = nil
    return before
  }

  mutating func redo(from version: Version) -> Version? {
    guard let after = future.popLast() else { return nil }
    past.append(version)
    last = nil
    return after
  }
}
