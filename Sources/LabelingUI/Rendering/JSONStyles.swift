import Terminal

/// The parts of JSON in their roles.
enum JSONStyles {
  /// - Parameter bytes: valid JSON.
  static func spans(of bytes: [UInt8]) -> [RoleSpan] {
    var spans: [RoleSpan] = []
    var position = 0
    while position < bytes.count {
      let start = position
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position = endOfString(bytes, from: position)
        let isKey = position < bytes.count && bytes[position] == UInt8(ascii: ":")
        spans.append(RoleSpan(range: start..<position, role: isKey ? .jsonKey : .jsonString))
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        position = bytes[position...].firstIndex { !isWord($0) } ?? bytes.count
        spans.append(RoleSpan(range: start..<position, role: .jsonNumber))
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        position = bytes[position...].firstIndex { !isWord($0) } ?? bytes.count
        spans.append(RoleSpan(range: start..<position, role: .jsonLiteral))
      default: position += 1
      }
    }
    return spans
  }

  private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
    var position = start + 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(position + 1, bytes.count)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): true
    default: false
    }
  }
}
