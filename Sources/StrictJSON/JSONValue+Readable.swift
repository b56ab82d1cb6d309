extension JSONValue {
  /// The value laid out for people to read: indented, or compact where most of the lines would be blanks, as in deep nests.
  ///
  /// Whatever a stranger wrote, the text is a few times as long as the value at most. Of a hundred kilobytes in 500 arrays,
  /// indented text would be 50 megabytes.
  package var readableText: String {
    let compact = utf8()
    let readable = utf8(.indented, atMost: Self.mostReadable(from: compact.count)) ?? compact
    return String(decoding: readable, as: UTF8.self)
  }

  /// The bytes that JSON may take indented; short ones are read with any indentation.
  package static func mostReadable(from count: Int) -> Int { max(4 * count, 65_536) }

  /// The same as `utf8(_:)`, or `nil` where that has more bytes.
  package func utf8(_ layout: Layout, atMost limit: Int) -> [UInt8]? {
    var writer = JSONWriter(layout: layout, limit: limit)
    writer.write(self, level: 0)
    return writer.isFull ? nil : writer.output
  }
}
