/// Reads one JSON text, strictly (RFC 8259): UTF-8 only, no duplicate keys, no lone surrogates, no trailing
/// commas.
public struct JSONParser {
  /// How many arrays and objects may stand inside one another.
  public static let depthLimit = 512

  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  /// Reads one value that fills `bytes`, but for white space around it.
  ///
  /// - Throws: `JSONSyntaxError`, with the byte offset at which the text stopped being JSON.
  public static func parse(_ bytes: some Collection<UInt8>) throws(JSONSyntaxError) -> JSONValue {
    let outcome =
      bytes.withContiguousStorageIfAvailable(outcome) ?? Array(bytes).withUnsafeBufferPointer(outcome)
    return try outcome.get()
  }

  private static func outcome(of bytes: UnsafeBufferPointer<UInt8>) -> Result<JSONValue, JSONSyntaxError> {
    Result { () throws(JSONSyntaxError) in
      var parser = JSONParser(bytes: bytes)
      return try parser.text()
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private mutating func text() throws(JSONSyntaxError) -> JSONValue {
    skipWhiteSpace()
    let value = try value(depth: 0)
    skipWhiteSpace()
    guard position == bytes.count else { throw failure(expected: "the end of the JSON value") }
    return value
  }

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    switch next {
    case ASCII.quotationMark: return .string(try string())
    case ASCII.leftBrace: return .object(try object(depth: depth + 1))
    case ASCII.leftBracket: return .array(try array(depth: depth + 1))
    case ASCII.minus, ASCII.zero...ASCII.nine: return .number(try number())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: throw failure(expected: "a JSON value")
    }
  }

  private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONObject {
    var object = JSONObject()
    try open(depth: depth)
    if take(ASCII.rightBrace) { return object }
    while true {
      guard next == ASCII.quotationMark else { throw failure(expected: "a key in quotation marks") }
      let start = position
      let key = try string()
      guard !object.contains(key) else {
        throw failure(at: start, expected: "a key that its object does not have yet")
      }
      skipWhiteSpace()
      guard take(ASCII.colon) else { throw failure(expected: "a colon") }
      skipWhiteSpace()
      object.append(unique: JSONObject.Member(key: key, value: try value(depth: depth)))
      skipWhiteSpace()
      if take(ASCII.rightBrace) { return object }
      guard take(ASCII.comma) else { throw failure(expected: "a comma or a closing brace") }
      skipWhiteSpace()
    }
  }

  private mutating func array(depth: Int) throws(JSONSyntaxError) -> [JSONValue] {
    var elements: [JSONValue] = []
    try open(depth: depth)
    if take(ASCII.rightBracket) { return elements }
    while true {
      elements.append(try value(depth: depth))
      skipWhiteSpace()
      if take(ASCII.rightBracket) { return elements }
      guard take(ASCII.comma) else { throw failure(expected: "a comma or a closing bracket") }
      skipWhiteSpace()
    }
  }

  /// Steps over the opening bracket; the depth it leads to bounds the recursion.
  private mutating func open(depth: Int) throws(JSONSyntaxError) {
    guard depth <= Self.depthLimit else {
      throw failure(expected: "at most \(Self.depthLimit) levels of nesting")
    }
    position += 1
    skipWhiteSpace()
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue
  {
    let found = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
    guard found else { throw failure(expected: "a JSON value") }
    position += word.utf8CodeUnitCount
    return value
  }
}

extension JSONParser {
  /// The byte to be read next. 0 at the end: no JSON text has that byte anywhere, so the end needs no case of
  /// its own.
  var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// Steps over `byte` if it is next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  func failure(at offset: Int? = nil, expected: String) -> JSONSyntaxError {
    JSONSyntaxError(offset: offset ?? position, expected: expected)
  }

  private mutating func skipWhiteSpace() {
    while next == ASCII.space || next == ASCII.lineFeed || next == ASCII.carriageReturn || next == ASCII.tab {
      position += 1
    }
  }
}
