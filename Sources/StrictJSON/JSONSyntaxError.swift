/// Where a text stops being JSON, and what should have stood there. Holds no piece of the text itself.
public struct JSONSyntaxError: Error, Hashable, Sendable {
  /// Bytes from the start of the text.
  public let offset: Int
  /// What was expected, as words that finish the sentence “expected …”.
  public let expected: String

  package init(offset: Int, expected: String) {
    self.offset = offset
    self.expected = expected
  }
}

extension JSONSyntaxError: CustomStringConvertible {
  public var description: String { "expected \(expected) at byte offset \(offset)" }
}
