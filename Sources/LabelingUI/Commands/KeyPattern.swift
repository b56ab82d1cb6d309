import Terminal

/// Which keys ask for a command.
package enum KeyPattern: Hashable, Sendable {
  case keys(KeySequence)
  /// The letters of the runs that are compared: `a` for A, and so on.
  case runLetter
  /// 1 to 9, for the run of that number.
  case digit

  /// As help and hints show it.
  package var text: String {
    switch self {
    case .keys(let sequence): sequence.text
    case .runLetter: "a–z"
    case .digit: "1–9"
    }
  }

  /// Whether both ask for something with the same keys. The letters of runs come before all others and collide with none.
  func collides(with other: KeyPattern) -> Bool {
    switch (self, other) {
    case (.keys(let left), .keys(let right)): left.collides(with: right)
    case (.digit, .digit), (.runLetter, .runLetter): true
    case (.keys(let keys), .digit), (.digit, .keys(let keys)): keys.first.digit != nil
    case (.runLetter, _), (_, .runLetter): false
    }
  }

  /// Whether a run, where enough are compared, has the letter that this begins with.
  var yieldsToRuns: Bool {
    if case .keys(let sequence) = self { sequence.first.runLetter != nil } else { false }
  }
}

extension KeyPattern {
  static func key(_ key: Key) -> KeyPattern { .keys(KeySequence(key)) }

  static func character(_ scalar: Unicode.Scalar) -> KeyPattern { .key(Key(.character(scalar))) }

  static func control(_ scalar: Unicode.Scalar) -> KeyPattern {
    .key(Key(.character(scalar), modifiers: .control))
  }

  static func alt(_ scalar: Unicode.Scalar) -> KeyPattern { .key(Key(.character(scalar), modifiers: .alt)) }

  static func code(_ code: Key.Code, _ modifiers: Key.Modifiers = []) -> KeyPattern {
    .key(Key(code, modifiers: modifiers))
  }

  /// Characters typed one after the other.
  static func typed(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> KeyPattern {
    .keys(KeySequence(Key(.character(first)), Key(.character(second))))
  }
}

extension Key {
  /// 1 to 9.
  var digit: Int? {
    guard case .character(let scalar) = code, modifiers.isEmpty, (0x31...0x39).contains(scalar.value) else {
      return nil
    }
    return Int(scalar.value - 0x30)
  }

  /// The letter, if it is lower case and so may name a run.
  var runLetter: Unicode.Scalar? {
    guard case .character(let scalar) = code, modifiers.isEmpty, (0x61...0x7A).contains(scalar.value) else {
      return nil
    }
    return scalar
  }
}
