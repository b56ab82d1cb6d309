import StrictJSON

/// A JSON text of several lines, and which line each of its values stands on.
struct JSONOutline {
  struct Node {
    enum Content {
      /// - Parameter compact: The value without the text's white space.
      case leaf(compact: [UInt8])
      case object([Node])
      case array([Node])
    }

    /// In UTF-8, as in the text without its quotation marks and escapes; empty in arrays.
    let key: [UInt8]
    let lines: ClosedRange<Int>
    /// In bytes of the text, the key first.
    let member: Range<Int>
    /// Without the key.
    let value: Range<Int>
    let content: Content
    /// Equal values have the same. Containers keep no text of their own: a value in 500 of them would stand there 500 times.
    let fingerprint: UInt64
  }

  let root: Node
  /// Where each line's text begins, behind its indentation.
  let lineStarts: [Int]

  /// `nil` unless the text is an object or an array, laid out as `JSONValue.Layout.indented` does it.
  init?(_ bytes: [UInt8]) {
    guard Self.mayBe(bytes), let value = try? JSONParser.parse(bytes),
      value.utf8(.indented, atMost: bytes.count) == bytes
    else { return nil }
    let lines = Array(TextLines(bytes))
    var reader = Reader(bytes: bytes, lines: lines)
    root = reader.node(of: value, key: nil)
    lineStarts = lines.map { line in
      bytes[line].firstIndex { $0 != 0x20 } ?? line.lowerBound
    }
  }

  static func mayBe(_ bytes: [UInt8]) -> Bool {
    bytes.first == UInt8(ascii: "{") || bytes.first == UInt8(ascii: "[")
  }

  /// The bytes of a key as it is written, with the colon and the blank behind it.
  private static func prefixLength(ofKey key: String) -> Int { JSONValue.string(key).utf8().count + 2 }

  private struct Reader {
    let bytes: [UInt8]
    let lines: [Range<Int>]
    var line = 0

    mutating func node(of value: JSONValue, key: String?) -> Node {
      let first = line
      let indent = bytes[lines[first]].prefix { $0 == 0x20 }.count
      let start = lines[first].lowerBound + indent + (key.map(JSONOutline.prefixLength) ?? 0)
      let content = content(of: value)
      let last = lines[line]
      let end = bytes[last].last == UInt8(ascii: ",") ? last.upperBound - 1 : last.upperBound
      line += 1
      return Node(
        key: key.map { Array($0.utf8) } ?? [], lines: first...line - 1,
        member: lines[first].lowerBound + indent..<end, value: start..<end, content: content,
        fingerprint: content.fingerprint)
    }

    /// Leaves the line at the closing bracket.
    private mutating func content(of value: JSONValue) -> Node.Content {
      switch value {
      case .object(let object) where !object.isEmpty:
        line += 1
        return .object(object.members.map { node(of: $0.value, key: $0.key) })
      case .array(let elements) where !elements.isEmpty:
        line += 1
        return .array(elements.map { node(of: $0, key: nil) })
      default: return .leaf(compact: value.utf8())
      }
    }
  }
}

extension JSONOutline.Node.Content {
  fileprivate var fingerprint: UInt64 {
    switch self {
    case .leaf(let compact): Fingerprint.of(compact[...])
    case .array(let nodes): nodes.reduce(1) { Fingerprint.combining($0, $1.fingerprint) }
    case .object(let nodes):
      nodes.reduce(2) { Fingerprint.combining($0, Fingerprint.of($1.key[...]), $1.fingerprint) }
    }
  }
}

extension JSONOutline.Node {
  var leafCount: Int {
    switch content {
    case .leaf: 1
    case .object(let nodes), .array(let nodes): nodes.reduce(0) { $0 + $1.leafCount }
    }
  }
}
