/// `ESC O` and a letter: cursor keys and keypad in application mode, and F1 to F4.
struct SingleShift {
  let parameters: ArraySlice<UInt8>
  let final: UInt8

  static func isFinal(_ byte: UInt8) -> Bool { ControlSequence.isFinal(byte) || byte == 0x20 }

  var key: Key? {
    switch Unicode.Scalar(final) {
    case "a"..."d": Key.Code(cursorLetter: final - 0x20).map { Key($0, modifiers: .control) }
    case "R": Key(.function(3), modifiers: modifiers)
    case "M": Key(.enter, modifiers: modifiers)
    case "I": Key(.tab, modifiers: modifiers)
    case " ": Key(.character(" "), modifiers: modifiers)
    case "X": Key(.character("="), modifiers: modifiers)
    case "j"..."y": keypadCharacter.map { Key(.character($0), modifiers: modifiers) }
    default: Key.Code(cursorLetter: final).map { Key($0, modifiers: modifiers) }
    }
  }

  /// `j` to `y` stand for `*` to `9`, in the order of ASCII.
  private var keypadCharacter: Unicode.Scalar? { Unicode.Scalar(final - 0x40) }

  /// `ESC O 5 A`, or `ESC O 1 ; 5 A`.
  private var modifiers: Key.Modifiers {
    let parameters = SequenceParameters(parameters)
    return HeldModifiers.modifiers(of: parameters[parameters.count - 1])
  }
}
