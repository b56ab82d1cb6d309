import Terminal

/// The key that gets out of anything. It ends the program when it is pressed twice, and never by surprise.
extension Model {
  /// How soon the second press must come.
  static let interruptPatience = Duration.seconds(1)

  /// A text that is written has a meaning of its own for the key, and is not to be lost by it.
  func isInterrupt(_ key: Key) -> Bool {
    if case .editor = overlay { return false }
    // Bound to a letter, it is text where text is typed.
    if case .character = key.code, key.modifiers.isEmpty, isAnythingOpen { return false }
    let keys = KeySequence((pendingKeys?.keys.keys ?? []) + [key]) ?? KeySequence(key)
    let meanings = [keys, KeySequence(key)].map { keymap.meaning(of: $0, runCount: context.runCount) }
    return meanings.first { $0 != .nothing } == .request(CommandRequest(.interrupt))
  }

  mutating func interrupt(at time: Duration) -> [Effect] {
    let isSecond = interruptedAt.map { time < $0 + Self.interruptPatience } ?? false
    interruptedAt = nil
    if isSecond, !isAnythingOpen { return leave(for: .quit) }
    notice = nil
    let effects = cancel(at: time)
    guard !isAnythingOpen else { return effects }
    interruptedAt = time
    let key = keymap.words(for: .interrupt, runCount: context.runCount)
    notice = .information("\(key) again within a second leaves; every judgment is saved")
    return effects
  }

  private var isAnythingOpen: Bool { overlay != nil || search.line != nil || pendingKeys != nil }

  /// As Esc does, wherever something waits for keys.
  private mutating func cancel(at time: Duration) -> [Effect] {
    pendingKeys = nil
    return isAnythingOpen ? take(Key(.escape), at: time) : []
  }
}
