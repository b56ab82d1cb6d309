import Terminal

/// What a recording holds instead of what models and people wrote: blanks, line ends, ASCII punctuation and invisible
/// characters as they are, since the screen is laid out by them, and everything else as a letter of the same width.
struct TextMask: Equatable, Sendable {
  /// The texts are recorded as they are.
  let isOff: Bool

  func callAsFunction(_ text: String) -> String {
    if isOff { return text }
    var masked = String.UnicodeScalarView()
    masked.append(contentsOf: text.unicodeScalars.compactMap(Self.masked))
    return String(masked)
  }

  /// `nil` for a mark, which has no width of its own and would tell what it stood on.
  private static func masked(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: return scalar
    case .nonspacingMark, .enclosingMark, .spacingMark: return nil
    default: break
    }
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? "x" : scalar
    }
    return TextWidth.columns(of: String(scalar), repertoire: .unicode) > 1 ? "\u{3007}" : "x"
  }
}
