import Terminal

extension Key {
  /// The key as people write it: `q`, `^L`, `PgDn`, `S-Tab`. `KeyNotation` reads it back.
  package var text: String {
    if case .character(let scalar) = code, scalar != " ", modifiers == .control {
      return "^" + String(scalar).uppercased()
    }
    let prefixes = [(Modifiers.control, "C-"), (.alt, "M-"), (.shift, "S-")]
    return prefixes.filter { modifiers.contains($0.0) }.map(\.1).joined() + code.text
  }
}

extension Key.Code {
  /// What the keys are called that type no character.
  static let names: [(code: Key.Code, name: String)] =
    [
      (.character(" "), "Space"), (.enter, "Enter"), (.tab, "Tab"), (.backspace, "Backspace"),
      (.escape, "Esc"), (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"),
      (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.insert, "Insert"), (.delete, "Delete"),
    ] + (1...24).map { (.function($0), "F\($0)") }

  fileprivate var text: String {
    if let known = Self.names.first(where: { $0.code == self }) { return known.name }
    return switch self {
    case .character(let scalar): String(scalar)
    case .function(let number): "F\(number)"
    default: "?"
    }
  }
}
