extension ControlSequence {
  var isPasteStart: Bool { isPlain && final == UInt8(ascii: "~") && parameters[0] == 200 }

  /// What the sequence means; `nil` for the terminal's answers and all that no key sends.
  var event: InputEvent? {
    if prefix == UInt8(ascii: "<") { return mouseEvent.map { .mouse($0) } }
    guard isPlain else { return nil }
    switch final {
    case UInt8(ascii: "I") where parameters.count == 0: return .focus(true)
    case UInt8(ascii: "O") where parameters.count == 0: return .focus(false)
    default: return key.map { .key($0) }
    }
  }

  private var isPlain: Bool { prefix == nil && intermediate == nil }

  /// `ESC [ < button ; column ; row M`, and `m` for the release.
  private var mouseEvent: MouseEvent? {
    guard final == UInt8(ascii: "M") || final == UInt8(ascii: "m"), parameters.count == 3 else { return nil }
    return MouseReport(
      button: parameters[0], column: parameters[1], row: parameters[2], isRelease: final == UInt8(ascii: "m")
    ).event
  }

  private var key: Key? {
    let held = HeldModifiers(parameters)
    if held.isRelease { return nil }
    switch Unicode.Scalar(final) {
    case "~": return numberedKey(held.modifiers)
    case "^": return parameters.count == 1 ? numberedKey(.control) : nil
    case "@": return parameters.count == 1 ? numberedKey([.control, .shift]) : nil
    case "$": return numberedKey(.shift)
    case "u": return parameters.count > 0 ? CharacterReport(parameters).key(held.modifiers) : nil
    case "Z": return Key(.tab, modifiers: held.modifiers.union(.shift))
    case "R": return functionThree(held.modifiers)
    case "a"..."d": return Key.Code(cursorLetter: final - 0x20).map { Key($0, modifiers: .shift) }
    default: return Key.Code(cursorLetter: final).map { Key($0, modifiers: lettered(held.modifiers)) }
    }
  }

  private func numberedKey(_ modifiers: Key.Modifiers) -> Key? {
    if parameters[0] == 27, parameters.count == 3 {
      return Unicode.Scalar(UInt32(parameters[2])).map { Key($0, modifiers: modifiers) }
    }
    return Key.Code(number: parameters[0]).map { Key($0, modifiers: modifiers) }
  }

  /// `ESC [ 1 ; 2 R` is shift and F3; other numbers there are an answer, the cursor's position.
  private func functionThree(_ modifiers: Key.Modifiers) -> Key? {
    if parameters.count == 0 { return Key(.function(3)) }
    guard parameters.count == 2, parameters[0] == 1, (2...8).contains(parameters[1]) else { return nil }
    return Key(.function(3), modifiers: modifiers)
  }

  /// Old terminals give the modifiers of a lettered key as the only parameter: `ESC [ 5 A`.
  private func lettered(_ modifiers: Key.Modifiers) -> Key.Modifiers {
    parameters.count == 1 ? HeldModifiers.modifiers(of: parameters[0]) : modifiers
  }
}

/// The second parameter of a key's sequence: one more than the bits of the modifiers, then what happened to the key.
struct HeldModifiers: Equatable {
  let modifiers: Key.Modifiers
  let isRelease: Bool

  init(_ parameters: SequenceParameters) {
    modifiers = HeldModifiers.modifiers(of: parameters[1])
    isRelease = parameters[1, 1] == 3
  }

  /// Meta, super and hyper count as alt, so that with them no key is a plain one; the locks count as nothing.
  static func modifiers(of number: Int) -> Key.Modifiers {
    let bits = max(0, number - 1)
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & 0b11_1010 != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }
}
