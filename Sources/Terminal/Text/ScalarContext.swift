/// Facts about scalars that decide what their neighbors are shown as.
enum ScalarContext {
  /// Emoji that variation selectors, skin tones and joiners apply to.
  static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xA9 && scalar.properties.isEmoji
  }

  static func isKeycapBase(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || scalar == "#" || scalar == "*"
  }

  static func isSkinTone(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F3FB...0x1F3FF).contains(scalar.value)
  }

  static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  static func isTag(_ value: UInt32) -> Bool { (0xE0020...0xE007F).contains(value) }

  /// Whether a variation selector after this base is ordinary writing. Elsewhere selectors can hide data.
  static func selector(_ selector: Unicode.Scalar, isUsualAfter base: Unicode.Scalar) -> Bool {
    switch selector.value {
    case 0xFE0E, 0xFE0F: isEmoji(base) || isKeycapBase(base)
    case 0xFE00...0xFE02, 0xE0100...0xE01EF: base.properties.isIdeographic
    case 0x180B...0x180D, 0x180F: (0x1820...0x18AA).contains(base.value)
    default: false
    }
  }

  /// Whether a joiner or non-joiner between the two is ordinary spelling: after a virama, or inside a word of a script
  /// whose letters join.
  static func joinerIsUsual(after previous: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
    if previous.properties.canonicalCombiningClass == .virama { return true }
    guard let next else { return false }
    return hasJoiningLetters(previous) && hasJoiningLetters(next)
  }

  private static func hasJoiningLetters(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x600...0xDFF, 0x1000...0x109F, 0x1780...0x18AF, 0x1A20...0x1BFF, 0xA840...0xA87F, 0xA8E0...0xA8FF,
      0xA980...0xA9FF, 0xAA60...0xAA7F, 0xABC0...0xABFF, 0xFB50...0xFEFC, 0x10A00...0x10A5F,
      0x11000...0x11FFF:
      switch scalar.properties.generalCategory {
      case .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark: true
      default: false
      }
    default: false
    }
  }

  /// Myanmar and Khmer signs that put the next consonant below the last.
  static func stacksNext(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x1039 || scalar.value == 0x17D2
  }

  /// Marks are none, whether they are shown with their letter or apart.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  static func isRightToLeft(_ value: UInt32) -> Bool {
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
