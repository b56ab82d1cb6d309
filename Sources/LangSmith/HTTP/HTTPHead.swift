/// The header lines of an answer as they come in. Few answers are asked for one, so they are read when they are.
struct HTTPHead: Sendable, Equatable {
  private var lines: [UInt8] = []
  /// Bytes taken, those of interim answers too.
  private(set) var size = 0

  mutating func append(_ line: some Collection<UInt8>) {
    size += line.count
    // The first line of an answer: what stood before belonged to an interim one.
    if line.starts(with: "HTTP/".utf8) { lines = [] }
    lines.append(contentsOf: line)
  }

  /// Leaves nothing of a secret that the server repeats.
  mutating func replace(_ secret: [UInt8]) {
    lines.replace(bytes: secret, with: "***".utf8)
  }

  /// Names in lower case. Of equal names, the last one.
  var fields: [String: String] {
    var fields: [String: String] = [:]
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: line, as: UTF8.self)
      guard !text.utf8.starts(with: "HTTP/".utf8), let colon = text.utf8.firstIndex(of: UInt8(ascii: ":"))
      else {
        continue
      }
      fields[text[..<colon].trimmed.lowercased()] = text[text.utf8.index(after: colon)...].trimmed
    }
    return fields
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
