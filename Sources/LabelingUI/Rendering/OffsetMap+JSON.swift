extension OffsetMap {
  /// Where the parts of a JSON text stand in the same text laid out otherwise. Between tokens both have what white space they
  /// like; in texts that are escaped otherwise, what they begin and end with is known.
  init(json source: [UInt8], shown: [UInt8]) {
    self.init()
    var (from, to) = (JSONTokens(source), JSONTokens(shown))
    while let first = from.next(), let second = to.next() {
      let (left, right) = (source[first], shown[second])
      let same = zip(left, right).prefix { $0 == $1 }.count
      addCopy(source: first.lowerBound, shown: second.lowerBound, length: same)
      let rest = min(left.count, right.count) - same
      let ending = zip(left.reversed(), right.reversed()).prefix(rest).prefix { $0 == $1 }.count
      addCopy(source: first.upperBound - ending, shown: second.upperBound - ending, length: ending)
    }
  }
}

/// Strings, other words, and signs of valid JSON.
private struct JSONTokens: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Range<Int>? {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    guard position < bytes.count else { return nil }
    let start = position
    switch bytes[start] {
    case UInt8(ascii: "\""): skipString()
    case let byte where Self.isSign(byte): position += 1
    default:
      while position < bytes.count, !Self.isSign(bytes[position]), bytes[position] > 0x20 { position += 1 }
    }
    return start..<position
  }

  private mutating func skipString() {
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    position = Swift.min(position + 1, bytes.count)
  }

  private static func isSign(_ byte: UInt8) -> Bool { "{}[],:".utf8.contains(byte) }
}
