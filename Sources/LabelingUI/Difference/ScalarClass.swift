/// What a scalar is to the tokenizer.
enum ScalarClass: UInt8 {
  case blank
  case letter
  case digit
  /// A token by itself: of a script that puts no blanks between words.
  case ideograph
  /// Joins what stands before it.
  case mark
  /// Punctuation and signs; several of the same are one token.
  case sign

  static func of(_ scalar: Unicode.Scalar) -> ScalarClass {
    frequent(scalar.value) ?? byProperties(scalar)
  }

  static let ofASCII: [ScalarClass] = (0..<0x80).map { (byte: UInt8) in
    switch byte {
    case 0...0x20, 0x7F: .blank
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A, 0x5F: .letter
    default: .sign
    }
  }

  private static func frequent(_ value: UInt32) -> ScalarClass? {
    switch value {
    case 0..<0x80: ofASCII[Int(value)]
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x400...0x481, 0x48A...0x52F, 0xAC00...0xD7A3: .letter
    case 0x300...0x36F, 0xFE00...0xFE0F, 0x200D, 0x1F3FB...0x1F3FF: .mark
    case 0x2010...0x2027: .sign
    case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF: .ideograph
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: .ideograph
    default: nil
    }
  }

  private static func byProperties(_ scalar: Unicode.Scalar) -> ScalarClass {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    case .decimalNumber: return .digit
    case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: return .blank
    default: break
    }
    guard properties.isAlphabetic else { return .sign }
    return isUnspaced(scalar.value) ? .ideograph : .letter
  }

  /// Thai, Lao, Myanmar, Khmer.
  private static func isUnspaced(_ value: UInt32) -> Bool {
    switch value {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF: true
    default: false
    }
  }
}
