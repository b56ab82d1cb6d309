/// Walks over a JSON text from value to value. Not to be kept longer than the bytes; see also `JSONMembers`.
package struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  package private(set) var position: Int

  package init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  package mutating func skip(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// Passes over the text if it stands here.
  package mutating func skip(_ text: [UInt8]) -> Bool {
    guard bytes.count - position >= text.count else { return false }
    for (offset, byte) in text.enumerated() where bytes[position + offset] != byte { return false }
    position += text.count
    return true
  }

  /// With its quotation marks.
  package mutating func string() -> Range<Int>? {
    skipBlanks()
    let start = position
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\""), let end = endOfString() else {
      return nil
    }
    position = end
    return start..<end
  }

  package mutating func value() -> Range<Int>? {
    skipBlanks()
    let start = position
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        guard let end = endOfString() else { return nil }
        position = end
        if depth == 0 { return start..<position }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return start < position ? start..<position : nil }
        depth -= 1
        if depth == 0 {
          position += 1
          return start..<position
        }
      case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
        if depth == 0 { return start < position ? start..<position : nil }
      default: break
      }
      position += 1
    }
    return depth == 0 && start < position ? start..<position : nil
  }

  private func endOfString() -> Int? {
    var place = position + 1
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""): return place + 1
      case UInt8(ascii: "\\"): place += 2
      default: place += 1
      }
    }
    return nil
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }
}
