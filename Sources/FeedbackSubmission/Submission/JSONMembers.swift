/// Finds the parts of a JSON text without making values of them: where a body only changes its outer form, or is
/// only compared, its bytes can stay as they are.
///
/// It tells what is where in a well-formed text, and comes to an end in any other: whoever gets `nil` or does not find
/// what it needs parses strictly.
package struct JSONMembers: Sequence, IteratorProtocol {
  package struct Member {
    /// Without its quotation marks, escapes as they are.
    package let key: ArraySlice<UInt8>
    package let value: ArraySlice<UInt8>
  }

  private var scanner: JSONScanner

  /// - Parameter object: The text of an object.
  package init?(_ object: ArraySlice<UInt8>) {
    scanner = JSONScanner(object)
    guard scanner.skip(UInt8(ascii: "{")) else { return nil }
  }

  package mutating func next() -> Member? {
    _ = scanner.skip(UInt8(ascii: ","))
    guard let key = scanner.string(), scanner.skip(UInt8(ascii: ":")), let value = scanner.value() else {
      return nil
    }
    return Member(key: key.dropFirst().dropLast(), value: value)
  }
}

/// The elements of a JSON array; see `JSONMembers`.
package struct JSONElements: Sequence, IteratorProtocol {
  private var scanner: JSONScanner

  package init?(_ array: ArraySlice<UInt8>) {
    scanner = JSONScanner(array)
    guard scanner.skip(UInt8(ascii: "[")) else { return nil }
  }

  package mutating func next() -> ArraySlice<UInt8>? {
    _ = scanner.skip(UInt8(ascii: ","))
    return scanner.value()
  }
}

private struct JSONScanner {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func skip(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard position < bytes.endIndex, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// With its quotation marks.
  mutating func string() -> ArraySlice<UInt8>? {
    skipBlanks()
    let start = position
    guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "\""), let end = endOfString() else {
      return nil
    }
    position = end
    return bytes[start..<end]
  }

  mutating func value() -> ArraySlice<UInt8>? {
    skipBlanks()
    let start = position
    guard position < bytes.endIndex else { return nil }
    var depth = 0
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        guard let end = endOfString() else { return nil }
        position = end
        if depth == 0 { return bytes[start..<position] }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return start < position ? bytes[start..<position] : nil }
        depth -= 1
        if depth == 0 {
          position += 1
          return bytes[start..<position]
        }
      case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
        if depth == 0 { return start < position ? bytes[start..<position] : nil }
      default: break
      }
      position += 1
    }
    return depth == 0 ? bytes[start..<position] : nil
  }

  private func endOfString() -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var place = position - bytes.startIndex + 1
      while place < buffer.count {
        switch buffer[place] {
        case UInt8(ascii: "\""): return bytes.startIndex + place + 1
        case UInt8(ascii: "\\"): place += 2
        default: place += 1
        }
      }
      return nil
    }
  }

  private mutating func skipBlanks() {
    while position < bytes.endIndex, bytes[position] <= 0x20 { position += 1 }
  }
}
