/// How many columns a scalar takes, in the Unicode version that terminals of the day agree on.
package enum TextWidth {
  /// Debian 12's C library knows Unicode 14; what came later has no width there and is shown as a token.
  static let unicodeVersion = (major: 14, minor: 0)

  /// 1 or 2 columns, 0 for a mark that combines with what stands before it; `nil` for a scalar that must never reach a
  /// terminal as itself.
  package static func width(of scalar: Unicode.Scalar) -> Int? {
    if let width = frequentWidth(of: scalar.value) { return width }
    let properties = scalar.properties
    guard let age = properties.age, age <= unicodeVersion else { return nil }
    guard !properties.isDefaultIgnorableCodePoint else { return nil }
    switch properties.generalCategory {
    case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return nil
    case .format: return isPrependedSign(scalar) ? 1 : nil
    case .nonspacingMark, .enclosingMark: return 0
    default: return combinesAsLetter(scalar) ? 0 : isWide(scalar) ? 2 : 1
    }
  }

  /// The columns of a text that is written on one line, sanitized. What the terminal cannot show takes more of them.
  package static func columns(of text: String, repertoire: Repertoire) -> Int {
    plainColumns(of: text, repertoire: repertoire)
      ?? SingleLine(text, columns: .max, repertoire: repertoire).width
  }

  /// The columns of a text of which each scalar is shown as itself, in one column; `nil` for any other.
  static func plainColumns(of text: String, repertoire: Repertoire) -> Int? {
    var columns = 0
    for scalar in text.unicodeScalars {
      guard repertoire == .unicode || scalar.isASCII, width(of: scalar) == 1 else { return nil }
      columns += 1
    }
    return columns
  }

  /// The answer for blocks without gaps or exceptions, which most text is made of.
  @inline(__always)
  private static func frequentWidth(of value: UInt32) -> Int? {
    switch value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x400...0x482, 0x48A...0x52F: 1
    case 0x2010...0x2027, 0x2030...0x205E, 0x2500...0x25FC: 1
    case 0x3041...0x3096, 0x30A0...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: 2
    case 0x3000...0x3029, 0xFF01...0xFF60: 2
    default: nil
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    wideRanges.containsInOrder(scalar.value)
  }

  /// Medial and final Hangul jamo join the leading one in its cells. U+1171E was a nonspacing mark in Unicode 14.
  private static func combinesAsLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1160...0x11FF, 0xD7B0...0xD7C6, 0xD7CB...0xD7FB, 0x1171E: true
    default: false
    }
  }

  /// Format characters that are drawn: signs that stand before a number or a verse.
  private static func isPrependedSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
    default: false
    }
  }
}

extension [ClosedRange<UInt32>] {
  /// Binary search in ranges that ascend and do not overlap.
  func containsInOrder(_ value: UInt32) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if value > self[middle].upperBound {
        low = middle + 1
      } else if value < self[middle].lowerBound {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}
