/// What is shown in place of a scalar that must not reach the terminal, `^[`, `<U+202E>`, or that it cannot show,
/// `\u{1F600}`. Tokens are ASCII, so their width is beyond doubt; only ends of line have a symbol, where it can be shown.
enum EscapeToken {
  /// `<U+10FFFD>`: no token is wider.
  static let widest = 10

  /// The symbol of a line end is not ASCII.
  static func kind(of scalar: Unicode.Scalar, in repertoire: Repertoire) -> TextElement.Kind {
    repertoire == .ascii && (scalar == "\n" || scalar == "\r") ? .spelled : .token
  }

  static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0A, 0x0D: 1
    case 0...0x1F, 0x7F: 2
    case 0...0xFFFF: 8
    case 0...0xF_FFFF: 9
    default: 10
    }
  }

  static func text(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x0A: "␊"
    case 0x0D: "␍"
    case 0...0x1F: "^\(Unicode.Scalar(UInt8(scalar.value) + 0x40))"
    case 0x7F: "^?"
    default: "<U+\(hexadecimal(scalar.value))>"
    }
  }

  /// `^J` for a control character, `\u{E9}` for any other.
  static func spelling(of scalar: Unicode.Scalar) -> String {
    scalar.value < 0x20
      ? "^\(Unicode.Scalar(UInt8(scalar.value) + 0x40))"
      : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  static func width(ofSpelling scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x20 ? 2 : 4 + hexadecimalDigits(of: scalar.value)
  }

  static func width(ofExcessMarks count: UInt32) -> Int {
    var width = 2
    var rest = count / 10
    while rest > 0 {
      width += 1
      rest /= 10
    }
    return width
  }

  static func text(ofExcessMarks count: UInt32) -> String { "+\(count)" }

  private static func hexadecimalDigits(of value: UInt32) -> Int {
    (UInt32.bitWidth - value.leadingZeroBitCount + 3) / 4
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
