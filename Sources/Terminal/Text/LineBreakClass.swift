/// How scalars behave at the ends of a row: where a row may end without a blank, and what may not stand first or last.
enum LineBreakClass {
  typealias Flags = TextElement.Flags

  static func flags(of scalar: Unicode.Scalar, width: Int) -> Flags {
    switch scalar.value {
    case 0..<0xA0: []
    case 0xA0, 0x2007, 0x202F: [.clingsToPrevious, .clingsToNext]
    case 0xAB: .clingsToNext
    case 0xBB: .clingsToPrevious
    case 0xA1..<0x900: []
    case 0x1680, 0x2000...0x200A, 0x205F, 0x3000: .blank
    case 0x3400...0x9FFF: .breaksAnywhere
    // Korean has blanks between words.
    case 0xAC00...0xD7A3: []
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF61...0xFF9F: eastAsianFlags(of: scalar)
    default:
      categoryFlags(of: scalar)
        .union(width == 2 ? eastAsianFlags(of: scalar) : []).union(unspacedFlags(of: scalar.value))
    }
  }

  /// Whether a row may end between two elements that no blank separates.
  static func mayBreak(between previous: TextElement, and next: TextElement) -> Bool {
    guard previous.flags.union(next.flags).contains(.breaksAnywhere) else { return false }
    return mayEnd(previous) && mayBegin(next)
  }

  static func mayBegin(_ element: TextElement) -> Bool {
    !element.flags.contains(.clingsToPrevious) && !isClosingASCII(element.code)
  }

  static func mayEnd(_ element: TextElement) -> Bool {
    !element.flags.contains(.clingsToNext) && !isOpeningASCII(element.code)
  }

  private static func categoryFlags(of scalar: Unicode.Scalar) -> Flags {
    switch scalar.properties.generalCategory {
    case .closePunctuation, .finalPunctuation, .spacingMark: .clingsToPrevious
    case .openPunctuation, .initialPunctuation: .clingsToNext
    default: followsAlways(scalar.value) ? .clingsToPrevious : []
    }
  }

  /// Thai, Lao, Myanmar and Khmer. Their vowels that are written before a consonant stay with it.
  private static func unspacedFlags(of value: UInt32) -> Flags {
    switch value {
    case 0xE40...0xE44, 0xEC0...0xEC4: [.unspaced, .clingsToNext]
    case 0xE01...0xE3A, 0xE45...0xE4E, 0xE81...0xECD, 0xEDC...0xEDF, 0x1000...0x103F, 0x1050...0x108F,
      0x109A...0x109D, 0x1780...0x17D3, 0xA9E0...0xA9FE, 0xAA60...0xAA7F:
      .unspaced
    default: []
    }
  }

  private static func eastAsianFlags(of scalar: Unicode.Scalar) -> Flags {
    if mayNotBeginRow.containsInOrder(scalar.value) { return [.breaksAnywhere, .clingsToPrevious] }
    if mayNotEndRow.containsInOrder(scalar.value) { return [.breaksAnywhere, .clingsToNext] }
    return .breaksAnywhere
  }

  /// Thai and Lao vowels behind their consonant, AM and signs of abbreviation and repetition, Myanmar and Khmer full stops,
  /// two dots and the ellipsis.
  private static func followsAlways(_ value: UInt32) -> Bool {
    switch value {
    case 0xE2F...0xE30, 0xE32...0xE33, 0xE45...0xE46, 0xEAF...0xEB0, 0xEB2...0xEB3, 0xEC6, 0x104A...0x104B,
      0x17D4...0x17D7, 0x2025...0x2026:
      true
    default: false
    }
  }

  /// `! % ) , . : ; ? ] }`
  private static func isClosingASCII(_ code: UInt32) -> Bool {
    switch code {
    case 0x21, 0x25, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D: true
    default: false
    }
  }

  /// `$ ( [ {`
  private static func isOpeningASCII(_ code: UInt32) -> Bool {
    switch code {
    case 0x24, 0x28, 0x5B, 0x7B: true
    default: false
    }
  }

  /// Japanese and Chinese rules for what no row begins with: closing marks, small kana, prolonged sound and repeat marks.
  private static let mayNotBeginRow: [ClosedRange<UInt32>] = [
    0x3001...0x3002, 0x3005...0x3005, 0x3009...0x3009, 0x300B...0x300B, 0x300D...0x300D, 0x300F...0x300F,
    0x3011...0x3011, 0x3015...0x3015, 0x3017...0x3017, 0x3019...0x3019, 0x301B...0x301C, 0x301E...0x301F,
    0x303B...0x303B, 0x3041...0x3041, 0x3043...0x3043, 0x3045...0x3045, 0x3047...0x3047, 0x3049...0x3049,
    0x3063...0x3063, 0x3083...0x3083, 0x3085...0x3085, 0x3087...0x3087, 0x308E...0x308E, 0x3095...0x3096,
    0x309B...0x309E, 0x30A0...0x30A1, 0x30A3...0x30A3, 0x30A5...0x30A5, 0x30A7...0x30A7, 0x30A9...0x30A9,
    0x30C3...0x30C3, 0x30E3...0x30E3, 0x30E5...0x30E5, 0x30E7...0x30E7, 0x30EE...0x30EE, 0x30F5...0x30F6,
    0x30FB...0x30FE, 0x31F0...0x31FF, 0xFF01...0xFF01, 0xFF05...0xFF05, 0xFF09...0xFF09, 0xFF0C...0xFF0C,
    0xFF0E...0xFF0E, 0xFF1A...0xFF1B, 0xFF1F...0xFF1F, 0xFF3D...0xFF3D, 0xFF5D...0xFF5E, 0xFF60...0xFF61,
    0xFF63...0xFF65, 0xFF67...0xFF70, 0xFF9E...0xFF9F,
  ]

  /// And what no row ends with: opening marks and signs before an amount.
  private static let mayNotEndRow: [ClosedRange<UInt32>] = [
    0x3008...0x3008, 0x300A...0x300A, 0x300C...0x300C, 0x300E...0x300E, 0x3010...0x3010, 0x3014...0x3014,
    0x3016...0x3016, 0x3018...0x3018, 0x301A...0x301A, 0x301D...0x301D, 0xFF04...0xFF04, 0xFF08...0xFF08,
    0xFF3B...0xFF3B, 0xFF5B...0xFF5B, 0xFF5F...0xFF5F, 0xFF62...0xFF62, 0xFFE0...0xFFE1, 0xFFE5...0xFFE6,
  ]
}
