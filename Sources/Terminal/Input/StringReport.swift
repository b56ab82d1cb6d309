/// The beginning of a string that a terminal sends (OSC, DCS, APC, PM, SOS), as much of it as an answer may have.
struct StringReport: Sendable {
  /// No answer that is understood has more.
  private static let lengthLimit = 64

  private let introducer: UInt8
  private var bytes: [UInt8] = []
  /// The last byte was an ESC, which begins the end.
  var isAfterEscape = false
  /// The character that the last byte is in the middle of, and how many bytes it lacks.
  private var open: (lead: UInt8, missing: Int)?

  /// - Parameter introducer: the byte behind the first ESC.
  init(introducer: UInt8) {
    self.introducer = introducer
  }

  /// Whether the byte ends the string by itself or as the second one of U+009C, rather than belonging to a character of a
  /// title.
  func isEnded(by byte: UInt8) -> Bool {
    byte == EightBitControl.stringTerminator && (open == nil || open?.lead == UTF8Reading.leadOfC1)
  }

  mutating func append(_ byte: UInt8) {
    if let character = open, (0x80...0xBF).contains(byte) {
      open = character.missing > 1 ? (character.lead, character.missing - 1) : nil
    } else {
      open = UTF8Reading.continuation(of: byte).map { (byte, $0.count) }
    }
    if bytes.count <= Self.lengthLimit { bytes.append(byte) }
  }

  /// What the string reports; `nil` if nothing that was asked for.
  var report: TerminalReport? {
    guard introducer == UInt8(ascii: "]"), bytes.count <= Self.lengthLimit, bytes.starts(with: "11;".utf8)
    else { return nil }
    return Self.background(bytes.dropFirst(3).prefix { $0 < 0x80 })
  }

  /// `rgb:ffff/ffff/ffff`, one to four digits each; with `rgba:` a fourth number stands behind them.
  private static func background(_ text: ArraySlice<UInt8>) -> TerminalReport? {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let channels = parts[1].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let count = parts[0].elementsEqual("rgb".utf8) ? 3 : parts[0].elementsEqual("rgba".utf8) ? 4 : 0
    let numbers = channels.compactMap(channel)
    guard count > 0, channels.count == count, numbers.count == count else { return nil }
    return .background(red: numbers[0], green: numbers[1], blue: numbers[2])
  }

  /// Scaled to four digits.
  private static func channel(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...4).contains(digits.count),
      let number = Int(String(decoding: digits, as: Unicode.ASCII.self), radix: 16), number >= 0,
      digits.first != UInt8(ascii: "+")
    else { return nil }
    return number * 0xFFFF / (1 << (4 * digits.count) - 1)
  }
}
