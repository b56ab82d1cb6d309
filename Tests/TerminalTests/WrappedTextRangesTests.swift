import Testing

@testable import Terminal

@Suite("Ranges of wrapped text")
struct WrappedTextRangesTests {
  @Test func `a range is shown in the columns of its row, and goes on in the next`() {
    let text = wrapped("alpha beta gamma", columns: 11)
    // alpha beta | gamma
    #expect(text.columns(ofRow: 0, showing: [6..<16]) == [6..<11])
    #expect(text.columns(ofRow: 1, showing: [6..<16]) == [0..<5])
    #expect(text.columns(ofRow: 1, showing: [0..<2]) == [])
  }

  @Test func `wide characters, tokens and marks are marked whole`() {
    let text = wrapped("空\u{1B}e\u{301}x", columns: 20)
    #expect(text.columns(ofRow: 0, showing: [0..<1]) == [0..<2])
    #expect(text.columns(ofRow: 0, showing: [3..<4]) == [2..<4])
    // The mark alone.
    #expect(text.columns(ofRow: 0, showing: [5..<7]) == [4..<5])
    #expect(text.columns(ofRow: 0, showing: [7..<8]) == [5..<6])
  }

  @Test func `ranges side by side make one stretch`() {
    let text = wrapped("abcdef", columns: 20)
    #expect(text.columns(ofRow: 0, showing: [0..<2, 2..<3, 5..<6]) == [0..<3, 5..<6])
    #expect(text.columns(ofRow: 7, showing: [0..<2]) == [])
  }

  private func wrapped(_ text: String, columns: Int) -> WrappedText {
    WrappedText(SanitizedText(text), columns: columns)
  }
}
