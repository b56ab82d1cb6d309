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

  @Test func `what is folded into glyphs is listed too, and counted apart`() {
    let text = SanitizedText("ok 👍🏽 ❤\u{FE0F}\n👨\u{200D}👩\u{200D}👧 1\u{FE0F}\u{20E3}")
    #expect(text.hiddenCount == 0)
    #expect(text.unseenCount == 6)
    let folded = text.hiddenCharacters
    #expect(folded.map(\.isFolded) == [true, true, true, true])
    #expect(folded.map(\.codePoint) == ["U+1F3FD", "U+FE0F", "U+200D", "U+20E3"])
    #expect(folded.map(\.count) == [1, 2, 2, 1])
    #expect(folded.map(\.line) == [1, 1, 2, 2])
    #expect(folded.map(\.offset) == [7, 15, 23, 42])
  }

  @Test func `the tags of a flag are listed one by one`() {
    let flag = "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}"
    let found = SanitizedText(flag).hiddenCharacters
    #expect(found.map(\.codePoint) == ["U+E0067", "U+E0062", "U+E0065", "U+E006E", "U+E007F"])
    #expect(found.map(\.count) == [2, 1, 1, 1, 1])
  }

  @Test func `joiners of ordinary spelling are listed and not counted`() {
    let text = SanitizedText("می\u{200C}خواهم")
    #expect(text.unseenCount == 0)
    #expect(text.hiddenCharacters.map(\.codePoint) == ["U+200C"])
  }
}
