/// A color as a theme names it.
package enum Color: Hashable, Sendable {
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
  /// An entry of the terminal's palette; 0–15 are the user's own colors.
  case palette(UInt8)

  /// From `#rrggbb`.
  package init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.count == 7, digits[0] == UInt8(ascii: "#") else { return nil }
    let values = digits.dropFirst().compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard values.count == 6 else { return nil }
    let bytes = [0, 2, 4].map { UInt8(values[$0] * 16 + values[$0 + 1]) }
    self = .rgb(red: bytes[0], green: bytes[1], blue: bytes[2])
  }
}
