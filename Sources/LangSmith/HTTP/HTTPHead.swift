/// The header lines of an answer as they come in.
struct HTTPHead {
  private(set) var fields: [String: String] = [:]
  /// Bytes taken, those of interim answers too.
  private(set) var size = 0

  mutating func append(_ line: some Collection<UInt8>) {
    size += line.count
    let text = String(decoding: line, as: UTF8.self)
    if text.utf8.starts(with: "HTTP/".utf8) {
      // The first line of an answer: what stood before belonged to an interim one.
      fields = [:]
      return
    }
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return }
    fields[text[..<colon].trimmed.lowercased()] = text[text.utf8.index(after: colon)...].trimmed
  }
}

extension Substring {
  fileprivate var trimmed: String {
    let isBlank = { (byte: UInt8) in byte <= 0x20 }
    let start = utf8.firstIndex { !isBlank($0) } ?? endIndex
    let end = utf8.lastIndex { !isBlank($0) }.map(utf8.index(after:)) ?? endIndex
    return start < end ? String(self[start..<end]) : ""
  }
}
