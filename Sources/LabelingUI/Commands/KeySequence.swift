import Terminal

/// Keys pressed one after the other to ask for one thing. Most are a single key.
package struct KeySequence: Hashable, Sendable {
  package let first: Key
  package let rest: [Key]

  package init(_ first: Key, _ rest: Key...) {
    self.first = first
    self.rest = rest
  }

  /// `nil` if there are none.
  package init?(_ keys: some Collection<Key>) {
    guard let first = keys.first else { return nil }
    self.first = first
    rest = Array(keys.dropFirst())
  }

  package var keys: [Key] { [first] + rest }

  /// As people write it: `g g`, `C-x s`.
  package var text: String { keys.map(\.text).joined(separator: " ") }

  /// Whether one begins as the other ends, so that both cannot be asked for.
  func collides(with other: KeySequence) -> Bool {
    zip(keys, other.keys).allSatisfy { $0 == $1 }
  }
}
