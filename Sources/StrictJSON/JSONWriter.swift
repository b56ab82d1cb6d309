extension JSONValue {
  /// How a JSON text is laid out.
  public enum Layout: Sendable {
    /// Without any white space.
    case compact
    /// A line for each member and element, indented by two spaces a level.
    case indented
  }

  /// The value as UTF-8 JSON: members in their order, numbers as they were spelled, nothing escaped but `"`,
  /// `\` and U+0000–U+001F.
  public func utf8(_ layout: Layout = .compact) -> [UInt8] {
    var writer = JSONWriter(layout: layout)
    writer.write(self, level: 0)
    return writer.output
  }

  /// The value as JSON text; see `utf8(_:)`.
  public func text(_ layout: Layout = .compact) -> String {
    String(decoding: utf8(layout), as: UTF8.self)
  }
}

struct JSONWriter {
  let layout: JSONValue.Layout
  /// Behind so many bytes nothing more is written but what was begun.
  let limit: Int
  var output: [UInt8] = []

  init(layout: JSONValue.Layout, limit: Int = .max) {
    self.layout = layout
    self.limit = limit
  }

  var isFull: Bool { output.count > limit }

  mutating func write(_ value: JSONValue, level: Int) {
    guard !isFull else { return }
    switch value {
    case .null: write("null")
    case .bool(let bool): write(bool ? "true" : "false")
    case .number(let number): output.append(contentsOf: number.literal.utf8)
    case .string(let text): write(quoted: text)
    case .array(let elements): write(elements, level: level)
    case .object(let object): write(object.members, level: level)
    }
  }

  private mutating func write(_ elements: [JSONValue], level: Int) {
    guard !elements.isEmpty else { return write("[]") }
    output.append(ASCII.leftBracket)
    for (index, element) in elements.enumerated() where !isFull {
      separate(index, level: level + 1)
      write(element, level: level + 1)
    }
    breakLine(level: level)
    output.append(ASCII.rightBracket)
  }

  private mutating func write(_ members: [JSONObject.Member], level: Int) {
    guard !members.isEmpty else { return write("{}") }
    output.append(ASCII.leftBrace)
    for (index, member) in members.enumerated() where !isFull {
      separate(index, level: level + 1)
      write(quoted: member.key)
      output.append(ASCII.colon)
      if layout == .indented { output.append(ASCII.space) }
      write(member.value, level: level + 1)
    }
    breakLine(level: level)
    output.append(ASCII.rightBrace)
  }

  private mutating func separate(_ index: Int, level: Int) {
    if index > 0 { output.append(ASCII.comma) }
    breakLine(level: level)
  }

  private mutating func breakLine(level: Int) {
    guard layout == .indented else { return }
    output.append(ASCII.lineFeed)
    output.append(contentsOf: repeatElement(ASCII.space, count: 2 * level))
  }

  mutating func write(_ word: StaticString) {
    word.withUTF8Buffer { output.append(contentsOf: $0) }
  }
}

extension JSONWriter {
  mutating func write(quoted text: String) {
    var text = text
    output.append(ASCII.quotationMark)
    text.withUTF8 { write(escaping: $0) }
    output.append(ASCII.quotationMark)
  }

  private mutating func write(escaping bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for (position, byte) in bytes.enumerated() {
      guard byte < 0x20 || byte == ASCII.quotationMark || byte == ASCII.backslash else { continue }
      output.append(contentsOf: bytes[start..<position])
      writeEscape(of: byte)
      start = position + 1
    }
    output.append(contentsOf: bytes[start...])
  }

  private mutating func writeEscape(of byte: UInt8) {
    output.append(ASCII.backslash)
    switch byte {
    case ASCII.quotationMark, ASCII.backslash: output.append(byte)
    case ASCII.lineFeed: output.append(UInt8(ascii: "n"))
    case ASCII.carriageReturn: output.append(UInt8(ascii: "r"))
    case ASCII.tab: output.append(UInt8(ascii: "t"))
    default:
      let digits: StaticString = "0123456789abcdef"
      write("u00")
      digits.withUTF8Buffer { output.append(contentsOf: [$0[Int(byte >> 4)], $0[Int(byte & 0xF)]]) }
    }
  }
}
