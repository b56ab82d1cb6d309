/// Gathers the bytes of a bracketed paste up to its end, wherever reads split it.
struct PasteCollector: Sendable {
  /// How the paste ends: spelled as its beginning was, because a terminal takes only its own spelling out of what it pastes.
  private let end: [UInt8]
  /// Bytes beyond this are dropped, but never taken for keys.
  let limit: Int
  private var bytes: [UInt8] = []
  /// How many bytes of the end mark were the last ones to come.
  private var matched = 0
  private var excess = 0

  /// - Parameter control: what the paste began with, if not with an ESC.
  init(limit: Int, control: EightBitControl? = nil) {
    self.limit = limit
    end = (control?.bytes ?? Array("\u{1B}[".utf8)) + "201~".utf8
  }

  /// - Returns: the text when this byte completes the paste.
  mutating func take(_ byte: UInt8) -> PastedText? {
    if byte == end[matched] {
      matched += 1
      guard matched == end.count else { return nil }
      defer { self = PasteCollector(limit: limit) }
      return PastedText(cleaning: bytes, excessCount: excess)
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
  mutating func giveUp() -> PastedText {
    defer { self = PasteCollector(limit: limit) }
    return PastedText(cleaning: bytes, excessCount: excess)
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    let taken = more.prefix(limit - bytes.count)
    bytes.append(contentsOf: taken)
    excess += more.count - taken.count
  }
}
