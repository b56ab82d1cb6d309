/// How an answer of the terminal, or a paste, goes on after its ESC, where a line so slow cut it there that the ESC had to be
/// taken for the key.
enum AnswerOpening {
  /// Whether bytes that were read at once look like that. A person's keys come one by one.
  static func begins(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 2 else { return false }
    switch bytes[0] {
    case UInt8(ascii: "["): return ControlSequence.isParameter(bytes[1])
    case UInt8(ascii: "]"): return isDigit(bytes[1])
    case UInt8(ascii: "P"):
      return isDigit(bytes[1]) || [UInt8(ascii: ">"), UInt8(ascii: "!")].contains(bytes[1])
    case UInt8(ascii: "_"): return bytes[1] == UInt8(ascii: "G")
    default: return false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
