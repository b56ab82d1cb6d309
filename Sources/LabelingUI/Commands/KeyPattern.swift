import Terminal

/// Which keys ask for a command.
package enum KeyPattern: Hashable, Sendable {
  case key(Key)
  /// The letters of the runs that are compared: `a` for A, and so on.
  case runLetter
  /// 0 to 9.
  case digit

  /// As help and hints show it.
  package var text: String {
    switch self {
    case .key(let key): key.text
    case .runLetter: "a–z"
    case .digit: "0–9"
    }
  }
}

extension KeyPattern {
  static func character(_ scalar: Unicode.Scalar) -> KeyPattern { .key(Key(.character(scalar))) }

  static func control(_ scalar: Unicode.Scalar) -> KeyPattern {
    .key(Key(.character(scalar), modifiers: .control))
  }

  static func code(_ code: Key.Code, _ modifiers: Key.Modifiers = []) -> KeyPattern {
    .key(Key(code, modifiers: modifiers))
  }
}
