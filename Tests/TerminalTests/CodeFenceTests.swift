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
        == ["```", "  - one two", "  ↪ three", "```", "- one two three"])
    #expect(shown("```\n- one two three\n```", columns: 12) == ["```", "- one two", "↪ three", "```"])
    #expect(shown("    1. one two three", columns: 19) == ["    1. one two", "      three"])
    #expect(shown("    let one = two + three", columns: 21) == ["    let one = two +", "    three"])
  }

  @Test func `tells a row that goes on with a line from a new line`() {
    let code = "```\n    let one = two + three\n    let\n```\nlet one = two + three"
    #expect(
      shown(code, columns: 22)
        == ["```", "    let one = two +", "    ↪ three", "    let", "```", "let one = two + three"])
    let ascii = WrappedText(SanitizedText(code, repertoire: .ascii), columns: 22)
    var surface = Surface(size: Size(columns: 22, rows: 1), repertoire: .ascii)
    surface.draw(ascii, row: 2, at: Position(column: 0, row: 0), columns: 22, role: .text)
    #expect(trimmed(surface.rowsOfText[0]) == "    \\ three")
    #expect(surface[Position(column: 4, row: 0)].role == .textMuted)
    #expect(surface[Position(column: 6, row: 0)].role == .text)
  }

  @Test func `has no sign where there is no room for one, nor where code is not told apart`() {
    #expect(shown("```\none two three", columns: 11) == ["```", "one two", "three"])
    let text = WrappedText(SanitizedText("```\none two three"), columns: 12, knowsCode: false)
    #expect(text.signColumn(ofRow: 2) == nil)
  }

  @Test func `keeps the sign out of what is marked, copied and pointed at`() {
    let text = WrappedText(SanitizedText("```\n  one two three"), columns: 14)
    #expect(text.columns(ofRow: 2, showing: [4..<19]) == [4..<9])
    #expect(text.offset(inColumn: 2, ofRow: 2, end: 19) == 14)
    #expect(text.column(of: 14, inRow: 2) == 4)
  }
}
