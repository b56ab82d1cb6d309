extension Key {
  /// The key that sends a scalar without an escape sequence.
  init(typed scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x00: self.init(.character(" "), modifiers: .control)
    case 0x08, 0x7F: self.init(.backspace)
    case 0x09: self.init(.tab)
    case 0x0A, 0x0D: self.init(.enter)
    case 0x1B: self.init(.escape)
    case 0x01...0x1A: self.init(control: scalar.value + 0x60)
    case 0x1C...0x1F: self.init(control: scalar.value + 0x40)
    case 0x80...0x9F: self.init(.character("\u{FFFD}"))
    default: self.init(.character(scalar))
    }
  }

  private init(control value: UInt32) {
    self.init(.character(Unicode.Scalar(value) ?? "\u{FFFD}"), modifiers: .control)
  }

  /// The key of a protocol that sends a character and modifiers apart (CSI u, modifyOtherKeys).
  init(_ scalar: Unicode.Scalar, modifiers: Modifiers) {
    let typed = Key(typed: scalar)
    guard case .character = typed.code, !typed.modifiers.contains(.control) else {
      self.init(typed.code, modifiers: typed.modifiers.union(modifiers))
      return
    }
    self.init(.character(scalar), modifiers: modifiers)
    self = normalizingCase()
  }

  /// Letters carry their case in the code, but with control they are lower case. Shift is kept where nobody but the
  /// keyboard's layout knows what it makes of a key.
  private func normalizingCase() -> Key {
    guard case .character(let scalar) = code else { return self }
    if modifiers.contains(.control) { return Key(.character(scalar.lowercased), modifiers: modifiers) }
    guard modifiers.contains(.shift) else { return self }
    let shifted = scalar.uppercased
    let isSettled = shifted != scalar || scalar.lowercased != scalar || scalar == " "
    return Key(.character(shifted), modifiers: isSettled ? modifiers.subtracting(.shift) : modifiers)
  }
}

extension Unicode.Scalar {
  fileprivate var uppercased: Unicode.Scalar { single(properties.uppercaseMapping) }
  fileprivate var lowercased: Unicode.Scalar { single(properties.lowercaseMapping) }

  /// The mapping when it is one scalar; ß stays ß.
  private func single(_ mapping: String) -> Unicode.Scalar {
    guard let first = mapping.unicodeScalars.first, mapping.unicodeScalars.count == 1 else { return self }
    return first
  }
}
