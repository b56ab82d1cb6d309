import Terminal

/// Keys, one by one, until they ask for something.
extension Model {
  mutating func follow(_ key: Key, at time: Duration) -> [Effect] {
    let before = pendingKeys
    let keys = KeySequence((before?.keys.keys ?? []) + [key]) ?? KeySequence(key)
    pendingKeys = nil
    switch keymap.meaning(of: keys, runCount: context.runCount) {
    case .request(let request): return carryOut(request, at: time)
    case .beginning:
      pendingKeys = PendingKeys(keys: keys, since: time, isExplained: before?.isExplained ?? false)
    case .nothing where before != nil && key.givesUp: break
    case .nothing:
      notice = .information(
        "\(keys.text) does nothing here; \(keymap.words(for: .help, runCount: context.runCount)) lists the keys"
      )
    }
    return []
  }

  mutating func explainPendingKeys(at time: Duration) -> [Effect] {
    if let pendingKeys, pendingKeys.explainedAt <= time { self.pendingKeys?.isExplained = true }
    return []
  }
}

extension Key {
  /// Whether it ends a sequence that was begun, where it is not part of it.
  fileprivate var givesUp: Bool { self == Key(.escape) || self == Key(.character("g"), modifiers: .control) }
}
