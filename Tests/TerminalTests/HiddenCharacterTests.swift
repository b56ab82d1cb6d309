import Testing

@testable import Terminal

@Suite("Hidden characters")
struct HiddenCharacterTests {
  @Test func `each is told once, with how often and where first`() {
    let text = SanitizedText("plain\na\u{202E}b\u{1B}[31m\n\u{202E}")
    #expect(text.hiddenCharacters.map(\.token) == ["<U+202E>", "^["])
    #expect(text.hiddenCharacters.map(\.codePoint) == ["U+202E", "U+001B"])
    #expect(text.hiddenCharacters.map(\.name) == ["right-to-left override", "control character"])
    #expect(text.hiddenCharacters.map(\.count) == [2, 1])
    #expect(text.hiddenCharacters.map(\.line) == [2, 2])
    #expect(text.hiddenCharacters.map(\.offset) == [7, 11])
  }

  @Test func `they are as many as the text counts, whatever the terminal shows`() {
    let source = "a\rb\u{0}\u{7F}\u{9B}\u{200B}e\(String(repeating: "\u{301}", count: 9))\u{E0041}é\t—\r\n"
    for repertoire in [Repertoire.unicode, .ascii] {
      let text = SanitizedText(source, repertoire: repertoire)
      #expect(text.hiddenCount > 0)
      #expect(text.hiddenCharacters.reduce(0) { $0 + $1.count } == text.hiddenCount)
    }
  }

  @Test func `a text of ordinary characters hides none`() {
    #expect(SanitizedText("naïve 日本 שלום\n\tx").hiddenCharacters.isEmpty)
  }
}
