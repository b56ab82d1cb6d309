/// What is shown in place of a scalar that must not reach the terminal: `^[`, `<U+202E>`. Tokens are ASCII, so their
/// width is beyond doubt; only ends of line have a symbol.
enum EscapeToken {
  /// `<U+10FFFD>`: no token is wider.
  static let widest = 10

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

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
