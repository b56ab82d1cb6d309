/// Gathers the bytes of a bracketed paste up to its end, wherever reads split it.
struct PasteCollector: Sendable {
  private static let end: [UInt8] = Array("\u{1B}[201~".utf8)

  /// Bytes beyond this are dropped, but never taken for keys.
  let limit: Int
  private var bytes: [UInt8] = []
  /// How many bytes of the end mark were the last ones to come.
  private var matched = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// - Returns: the text when this byte completes the paste.
  mutating func take(_ byte: UInt8) -> String? {
    let end = PasteCollector.end
    if byte == end[matched] {
      matched += 1
      guard matched == end.count else { return nil }
      defer { self = PasteCollector(limit: limit) }
      return PastedText.clean(bytes)
    }
    keep(end.prefix(matched))
    matched = 0
    if byte == end[0] {
      matched = 1
    } else {
      keep(CollectionOfOne(byte))
    }
    return nil
  }

  /// The end mark never came: what is there is the paste.
  mutating func giveUp() -> String {
    defer { self = PasteCollector(limit: limit) }
    return PastedText.clean(bytes)
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    bytes.append(contentsOf: more.prefix(limit - bytes.count))
  }
}

/// The text of a paste: no control characters but tab and line feed, which also stands for CR and CR LF.
enum PastedText {
  static func clean(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0A where previous == "\r": break
      case 0x0D: text.append("\n")
      case 0x09, 0x0A: text.append(scalar)
      case 0..<0x20, 0x7F...0x9F: break
      default: text.append(scalar)
      }
      previous = scalar
    }
    return String(text)
  }
}
