import Preference

/// What a line was about to discard.
enum LinearDiscard: Equatable {
  /// The text that is being written.
  case text
  /// What is begun of that comparison.
  case draft(Int)
}

/// What somebody made is discarded by a line that is typed twice.
extension LinearFront {
  /// `discard` is about the comparison that is open, `discard 3` about that one.
  mutating func discard(_ words: String) {
    guard let number = words.isEmpty ? model.number : Int(words) else {
      return say("discard, or discard and a comparison's number; list drafts says which have something begun")
    }
    let isAsked = asked == .draft(number)
    asked = nil
    if isAsked { return discardDraft(of: number) }
    for effect in model.keepNow() { carryOut(effect) }
    let filter = QueueFilter(state: .drafts, text: String(number))
    guard let page = entries(filter, count: .max) else { return }
    guard let entry = page.entries.first(where: { $0.number == number }), entry.hasDraft else {
      return say("nothing is begun and unsaved of comparison \(number)")
    }
    asked = .draft(number)
    say(
      "This discards what is begun of comparison \(number) for good: \(entry.draftWords)\(entry.elsewhereWords). "
        + "The same line again does it.")
  }

  /// - Returns: Whether the text is to be dropped now.
  mutating func mayDropText() -> Bool {
    let mayDrop = asked == .text || model.editor?.isChanged != true
    asked = mayDrop ? nil : .text
    if !mayDrop { say("this drops what you wrote; .drop again does it, .keep keeps it as a draft") }
    return mayDrop
  }
}
