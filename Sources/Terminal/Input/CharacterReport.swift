/// A key in kitty's protocol: `ESC [ code : shifted code ; modifiers ; text u`.
struct CharacterReport {
  private let code: UInt32
  private let shifted: UInt32
  private let text: UInt32

  init(_ parameters: SequenceParameters) {
    code = UInt32(parameters[0])
    shifted = UInt32(parameters[0, 1])
    text = UInt32(parameters[2])
  }

  func key(_ modifiers: Key.Modifiers) -> Key? {
    if let keypad = keypadCode { return Key(keypad, modifiers: modifiers) }
    guard code != 0, let scalar = Unicode.Scalar(code), !isPrivateUse(code) else { return nil }
    if modifiers.isSubset(of: .shift), let typed = typedScalar { return Key(.character(typed)) }
    return Key(scalar, modifiers: modifiers)
  }

  /// What the keyboard's layout makes of the key, where the terminal tells.
  private var typedScalar: Unicode.Scalar? {
    [text, shifted].lazy.filter { $0 >= 0x20 && $0 != 0x7F }.compactMap(Unicode.Scalar.init).first
  }

  /// Locks, media keys and modifiers alone have codes there too; they are no keys of ours.
  private func isPrivateUse(_ value: UInt32) -> Bool { (0xE000...0xF8FF).contains(value) }

  private var keypadCode: Key.Code? {
    switch code {
    case 57376...57398: .function(Int(code) - 57363)
    case 57399...57408: .character(Unicode.Scalar(UInt8(code - 57399) + 0x30))
    case 57409...57413: keypadSign(code - 57409)
    case 57414: .enter
    case 57415: .character("=")
    case 57416: .character(",")
    case 57417...57426: CharacterReport.keypadKeys[Int(code) - 57417]
    default: nil
    }
  }

  private func keypadSign(_ index: UInt32) -> Key.Code { .character(CharacterReport.signs[Int(index)]) }

  private static let signs: [Unicode.Scalar] = [".", "/", "*", "-", "+"]

  private static let keypadKeys: [Key.Code] = [
    .left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert, .delete,
  ]
}
