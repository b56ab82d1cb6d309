import Testing

@testable import Terminal

@Suite struct `A fence of code` {
  /// For each line whether it is code.
  func code(_ text: String) -> [Bool] {
    let sanitized = SanitizedText(text)
    var fence = CodeFence()
    return sanitized.elements.withUnsafeBufferPointer { elements in
      sanitized.lines.indices.map { fence.takes(elements[sanitized.elements(of: $0)]) }
    }
  }

  @Test func `lasts until the next one of its kind`() {
    #expect(code("a\n```swift\nb\n\n```\nc") == [false, true, true, true, true, false])
    #expect(code("~~~\na\n```\nb\n~~~\nc") == [true, true, true, true, true, false])
    #expect(code("````\n```\n````\nc") == [true, true, true, false])
    #expect(code("```\na\n`````  \nc") == [true, true, true, false])
  }

  @Test func `ends with the text at the latest`() {
    #expect(code("```\na\nb") == [true, true, true])
    #expect(code("```\n``` a\nb") == [true, true, true])
  }

  @Test func `may be indented, as in a list`() {
    #expect(code("1. a\n\n     ```\n     b\n     ```\nc") == [false, false, true, true, true, false])
  }

  @Test func `is three marks at least, and no span in a sentence`() {
    #expect(code("``\na") == [false, false])
    #expect(code("```a``` is code\nb") == [false, false])
    #expect(code("~~~ a ~~~\nb") == [true, true])
    #expect(code("") == [false])
  }

  @Test func `keeps what looks like a list item at its indentation`() {
    #expect(
      shown("```\n  - one two three\n```\n- one two three", columns: 15)
        == ["```", "  - one two", "  three", "```", "- one two three"])
    #expect(shown("```\n- one two three\n```", columns: 12) == ["```", "- one two", "three", "```"])
    #expect(shown("    1. one two three", columns: 19) == ["    1. one two", "      three"])
    #expect(shown("    let one = two + three", columns: 21) == ["    let one = two +", "    three"])
  }
}
