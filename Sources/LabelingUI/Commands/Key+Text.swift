import Terminal

extension Key {
  /// The key as people write it: `q`, `^L`, `PgDn`, `S-Tab`.
  package var text: String {
    if case .character(let scalar) = code, modifiers == .control {
      return "^" + String(scalar).uppercased()
    }
    let prefixes = [(Modifiers.control, "C-"), (.alt, "M-"), (.shift, "S-")]
    return prefixes.filter { modifiers.contains($0.0) }.map(\.1).joined() + code.text
  }
}

extension Key.Code {
  fileprivate var text: String {
    switch self {
    case .character(" "): "Space"
    case .character(let scalar): String(scalar)
    case .enter: "Enter"
    case .tab: "Tab"
    case .backspace: "Backspace"
    case .escape: "Esc"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .insert: "Insert"
    case .delete: "Delete"
    case .function(let number): "F\(number)"
    }
  }
}
