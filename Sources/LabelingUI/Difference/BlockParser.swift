/// Cuts a text into blocks, line by line, by what Markdown has for them.
struct BlockParser {
  private let text: TokenizedText
  private var blocks: [TextBlock] = []
  private var open: (kind: TextBlock.Kind, start: Int, end: Int)?
  /// The mark and length of the fence that began the code, if code is open.
  private var fence: (mark: UInt8, length: Int)?
  private var token = 0

  static func blocks(of text: TokenizedText) -> [TextBlock] {
    var parser = BlockParser(text: text)
    for line in TextLines(text.bytes) { parser.take(line) }
    parser.close()
    return parser.blocks
  }

  private init(text: TokenizedText) {
    self.text = text
  }

  private mutating func take(_ line: Range<Int>) {
    let marker = LineMarker(text.bytes[line])
    if let fence {
      open?.end = line.upperBound
      if case .fence(let mark, let length, true) = marker, mark == fence.mark, length >= fence.length {
        close()
      }
      return
    }
    switch marker {
    case .blank: close()
    case .fence(let mark, let length, _):
      begin(.code, line)
      fence = (mark, length)
    case .heading:
      begin(.heading, line)
      close()
    case .tableRow:
      begin(.tableRow, line)
      close()
    case .listItem: begin(.listItem, line)
    case .quote where open?.kind != .quote: begin(.quote, line)
    case .text where open == nil: begin(.paragraph, line)
    case .quote, .text: open?.end = line.upperBound
    }
  }

  private mutating func begin(_ kind: TextBlock.Kind, _ line: Range<Int>) {
    close()
    open = (kind, line.lowerBound, line.upperBound)
  }

  private mutating func close() {
    defer { (open, fence) = (nil, nil) }
    guard let open else { return }
    let first = token
    while token < text.tokens.count, Int(text.tokens[token].lowerBound) < open.end { token += 1 }
    guard token > first else { return }
    blocks.append(TextBlock(kind: open.kind, bytes: open.start..<open.end, tokens: first..<token))
  }
}

/// What a line begins with.
enum LineMarker: Equatable {
  case blank
  case text
  case heading(level: Int)
  case listItem
  case quote
  case tableRow
  /// - Parameter isBare: nothing follows it, so that it may end a block.
  case fence(mark: UInt8, length: Int, isBare: Bool)

  init(_ line: ArraySlice<UInt8>) {
    let rest = line.drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = rest.first, rest.contains(where: { $0 > 0x20 }) else {
      self = .blank
      return
    }
    let next = rest.dropFirst().first ?? 0x20
    switch first {
    case UInt8(ascii: "`"), UInt8(ascii: "~"): self = Self.fence(rest, mark: first) ?? .text
    case UInt8(ascii: "#"): self = Self.heading(rest) ?? .text
    case UInt8(ascii: ">"): self = .quote
    case UInt8(ascii: "|"): self = .tableRow
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): self = next == 0x20 ? .listItem : .text
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self = Self.isNumbered(rest) ? .listItem : .text
    case 0xE2: self = rest.starts(with: "•".utf8) ? .listItem : .text
    default: self = .text
    }
  }

  private static func fence(_ line: ArraySlice<UInt8>, mark: UInt8) -> LineMarker? {
    let rest = line.drop { $0 == mark }
    let length = line.count - rest.count
    guard length >= 3, mark == UInt8(ascii: "~") || !rest.contains(mark) else { return nil }
    return .fence(mark: mark, length: length, isBare: rest.allSatisfy { $0 <= 0x20 })
  }

  private static func heading(_ line: ArraySlice<UInt8>) -> LineMarker? {
    let rest = line.drop { $0 == UInt8(ascii: "#") }
    let level = line.count - rest.count
    return level <= 6 && rest.first == 0x20 ? .heading(level: level) : nil
  }

  private static func isNumbered(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.drop { (0x30...0x39).contains($0) }
    guard line.count - rest.count <= 4, let mark = rest.first, rest.dropFirst().first == 0x20 else {
      return false
    }
    return mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
  }
}
