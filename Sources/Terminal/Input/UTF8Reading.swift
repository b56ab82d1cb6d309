/// One scalar at the front of bytes that may be broken or cut off.
enum UTF8Reading: Equatable {
  case incomplete
  /// U+FFFD for each stretch of bytes that is no character, as the Unicode Standard recommends.
  case scalar(Unicode.Scalar, length: Int)

  /// What U+0080 to U+00BF begin with: the second byte is their number.
  static let leadOfC1: UInt8 = 0xC2

  static func read(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> UTF8Reading {
    guard let first = bytes.first else { return .incomplete }
    if first < 0x80 { return .scalar(Unicode.Scalar(first), length: 1) }
    guard let (count, second) = continuation(of: first) else { return .scalar("\u{FFFD}", length: 1) }
    var value = UInt32(first) & (0x3F >> UInt32(count))
    for distance in 1...count {
      guard distance < bytes.count else {
        return isFinal ? .scalar("\u{FFFD}", length: bytes.count) : .incomplete
      }
      let byte = bytes[bytes.startIndex + distance]
      guard (distance == 1 ? second : 0x80...0xBF).contains(byte) else {
        return .scalar("\u{FFFD}", length: distance)
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return .scalar(Unicode.Scalar(value) ?? "\u{FFFD}", length: count + 1)
  }

  /// How many bytes follow the first, and which the second may be: overlong forms, surrogates and what exceeds Unicode
  /// are refused there.
  static func continuation(of first: UInt8) -> (count: Int, second: ClosedRange<UInt8>)? {
    switch first {
    case 0xC2...0xDF: (1, 0x80...0xBF)
    case 0xE0: (2, 0xA0...0xBF)
    case 0xED: (2, 0x80...0x9F)
    case 0xE1...0xEF: (2, 0x80...0xBF)
    case 0xF0: (3, 0x90...0xBF)
    case 0xF1...0xF3: (3, 0x80...0xBF)
    case 0xF4: (3, 0x80...0x8F)
    default: nil
    }
  }
}
