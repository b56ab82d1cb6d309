/// The C1 controls (ECMA-48, 5.3) that introduce a sequence, as terminals send them that were told to use eight bits: one byte,
/// or its character in UTF-8, in the place of ESC and a letter.
struct EightBitControl: Sendable {
  /// The byte that says the same behind an ESC.
  let letter: UInt8
  /// How it was spelled.
  let bytes: [UInt8]

  /// The end of a string (ST).
  static let stringTerminator: UInt8 = 0x9C

  private static let letters: [UInt8: UInt8] = [
    0x8F: UInt8(ascii: "O"), 0x90: UInt8(ascii: "P"), 0x98: UInt8(ascii: "X"), 0x9B: UInt8(ascii: "["),
    0x9D: UInt8(ascii: "]"), 0x9E: UInt8(ascii: "^"), 0x9F: UInt8(ascii: "_"),
  ]

  /// The one at the front of bytes where a character may begin.
  init?(at bytes: ArraySlice<UInt8>) {
    guard let first = bytes.first else { return nil }
    let length = first == UTF8Reading.leadOfC1 ? 2 : 1
    guard let code = bytes.prefix(length).dropFirst(length - 1).first, let letter = Self.letters[code]
    else { return nil }
    self.letter = letter
    self.bytes = Array(bytes.prefix(length))
  }
}
