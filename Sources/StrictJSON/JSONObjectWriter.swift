/// Writes an object member by member, where making a value of it first would cost more than writing it.
///
///     var object = JSONObjectWriter(capacity: 64)
///     object.write("key", text: key)
///     object.write("score", score)
///     let json = object.finish()
///
/// What is `nil` is left out. The caller sees to it that no key comes twice and that keys need no escapes.
package struct JSONObjectWriter {
  private var writer = JSONWriter(layout: .compact)
  private var isEmpty = true

  /// - Parameter capacity: How many bytes the object will about have.
  package init(capacity: Int) {
    writer.output.reserveCapacity(capacity)
    writer.output.append(ASCII.leftBrace)
  }

  package mutating func write(_ key: StaticString, _ value: JSONValue?) {
    guard let value else { return }
    begin(key)
    writer.write(value, level: 0)
  }

  package mutating func write(_ key: StaticString, text: String?) {
    guard let text else { return }
    begin(key)
    writer.write(quoted: text)
  }

  /// - Parameter characters: Appends what stands between the quotation marks, escaped if it has to be.
  package mutating func write(_ key: StaticString, quoting characters: (inout [UInt8]) -> Void) {
    begin(key)
    writer.output.append(ASCII.quotationMark)
    characters(&writer.output)
    writer.output.append(ASCII.quotationMark)
  }

  package mutating func write(_ key: StaticString, object members: (inout JSONObjectWriter) -> Void) {
    begin(key)
    writer.output.append(ASCII.leftBrace)
    isEmpty = true
    members(&self)
    writer.output.append(ASCII.rightBrace)
    isEmpty = false
  }

  /// The object's text.
  package consuming func finish() -> [UInt8] {
    writer.output.append(ASCII.rightBrace)
    return writer.output
  }

  private mutating func begin(_ key: StaticString) {
    if !isEmpty { writer.output.append(ASCII.comma) }
    isEmpty = false
    writer.output.append(ASCII.quotationMark)
    writer.write(key)
    writer.output.append(ASCII.quotationMark)
    writer.output.append(ASCII.colon)
  }
}
