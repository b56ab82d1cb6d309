/// A terminal's title, made safe: it may name a file, and files are named by strangers.
enum WindowTitle {
  private static let longest = 120

  /// The sequence that sets the title (OSC 2).
  static func bytes(_ title: String, isUTF8: Bool) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for scalar in title.unicodeScalars.prefix(longest) {
      text.append(isShown(scalar, isUTF8: isUTF8) ? scalar : "?")
    }
    return Array("\u{1B}]2;\(String(text))\u{1B}\\".utf8)
  }

  private static func isShown(_ scalar: Unicode.Scalar, isUTF8: Bool) -> Bool {
    if scalar.isASCII { return (" "..."~").contains(scalar) }
    guard isUTF8 else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .connectorPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .otherSymbol:
      return true
    default:
      return false
    }
  }
}
