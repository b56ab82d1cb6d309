import Terminal

/// The key that draws the screen anew: where something is open, it stays open.
extension Model {
  func isRedrawOfWhatIsOpen(_ key: Key) -> Bool {
    // The editor has keys of its own.
    if case .editor = overlay { return false }
    guard overlay != nil || search.line != nil else { return false }
    if key == Key(.character("l"), modifiers: .control) { return true }
    // Bound to a letter, it is text where text is typed.
    if case .character = key.code, key.modifiers.isEmpty { return false }
    return keymap.meaning(of: KeySequence(key), runCount: context.runCount)
      == .request(CommandRequest(.redraw))
  }
}
