/// How an answer of the terminal, or a paste, goes on after its ESC, where a line so slow cut it there that the ESC had to be
/// taken for the key.
enum AnswerOpening {
  /// Whether bytes that were read at once look like that. A person's keys come one by one, unless the program was busy.
  ///
  /// - Parameter isAwaited: The terminal was asked something, so that a first byte alone may be its answer's.
  static func begins(_ bytes: [UInt8], isAwaited: Bool = false) -> Bool {
    guard let first = bytes.first else { return false }
    guard bytes.count > 1 else { return isAwaited && awaited.contains(first) }
    let (second, third) = (bytes[1], bytes.count > 2 ? bytes[2] : nil)
    switch first {
    case UInt8(ascii: "["):
      return ControlSequence.isParameter(second) || isFocus(second) && (third ?? escape) == escape
    case UInt8(ascii: "]"): return isDigit(second) || titleReports.contains(second)
    case UInt8(ascii: "P"): return isDigit(second) || [UInt8(ascii: ">"), UInt8(ascii: "!")].contains(second)
    case UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"): return second >= 0x20
    default: return false
    }
  }

  private static let escape = SequenceReader.escape
  /// What the answers to our questions begin with.
  private static let awaited = [UInt8(ascii: "["), UInt8(ascii: "]")]
  /// Of the window (`l`) and of its icon (`L`).
  private static let titleReports = [UInt8(ascii: "l"), UInt8(ascii: "L")]

  private static func isFocus(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "I") || byte == UInt8(ascii: "O")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
