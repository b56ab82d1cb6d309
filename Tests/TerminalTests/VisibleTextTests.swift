import Testing

@testable import Terminal

@Suite struct VisibleTextTests {
  @Test(
    "what would steer a terminal is shown",
    arguments: [
      ("plain — ünï 漢字 👍🏽", "plain — ünï 漢字 👍🏽"), ("\u{1B}[2J\u{7}", "\\u{1b}[2J\\u{7}"),
      ("a\u{202E}b\u{200B}", "a\\u{202e}b\\u{200b}"), ("\u{9B}31m\u{2028}", "\\u{9b}31m\\u{2028}"),
      ("a\tb\r\nc\n", "a\\u{9}b\\u{d}\\u{a}c\\u{a}"),
    ])
  func steering(text: String, expected: String) {
    expectSameScalars(VisibleText.escaping(text), expected)
  }

  @Test(
    "what would stay invisible is shown",
    arguments: [0x3164, 0x115F, 0x1160, 0xFFA0, 0x034F, 0x17B4, 0x17B5, 0xE0100, 0xFE0E, 0xFE0F, 0x180B])
  func invisible(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    expectSameScalars(VisibleText.escaping("a\(scalar)b"), "a\\u{\(String(value, radix: 16))}b")
  }

  @Test func `of marks beyond what a glyph shows the number is shown`() {
    let marks = String(repeating: "\u{301}", count: 60)
    expectSameScalars(
      VisibleText.escaping("a\(marks)b"), "a" + String(repeating: "\u{301}", count: 4) + "+56b")
  }

  @Test func `what ordinary writing has between its letters stays`() {
    for text in [
      "👩\u{200D}🔧", "❤\u{FE0F}", "می\u{200C}خواهم", "葛\u{E0100}", "क\u{94D}\u{200D}ष", "e\u{301}\u{323}",
    ] {
      expectSameScalars(VisibleText.escaping(text), text)
    }
  }

  @Test func `lines stay lines, with their tabs`() {
    expectSameScalars(VisibleText.escapingLines("a\tb\r\n\nc\u{1B}\n"), "a\tb\\u{d}\n\nc\\u{1b}\n")
  }

  @Test func `whatever a text hides on the screen is hidden in no message, and the rest is as it was`() {
    for text in `Any text`.texts {
      let shown = VisibleText.escapingLines(text)
      // A joiner that was ordinary before a letter stays before the token that the letter has become.
      let left = SanitizedText(shown).hiddenCharacters.filter { !$0.isFolded }.compactMap(\.scalar)
      #expect(left.allSatisfy { $0 == "\u{200C}" || $0 == "\u{200D}" }, "\(left)")
      var hidden = 0
      let same = SanitizedText.replacingHidden(in: text) { part in
        switch part {
        case .character("\t"), .character("\n"): break
        // The end of a line may have two characters.
        case .character("\r"): break
        case .character: hidden += 1
        case .excessMarks(let marks): hidden += marks.count
        }
        return switch part {
        case .character(let scalar): String(scalar)
        case .excessMarks(let marks): String(marks)
        }
      }
      expectSameScalars(same, text)
      let returns = SanitizedText(text).hiddenCharacters.reduce(0) { $0 + ($1.scalar == "\r" ? $1.count : 0) }
      #expect(hidden >= SanitizedText(text).hiddenCount - returns)
    }
  }

  @Test(
    "what fits on a line is measured in columns",
    arguments: [
      ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
    ])
  func cut(line: String, columns: Int, expected: String) {
    #expect(VisibleText.cut(line, to: columns) == expected)
  }

  private func expectSameScalars(
    _ one: String, _ other: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(Array(one.unicodeScalars) == Array(other.unicodeScalars), sourceLocation: sourceLocation)
  }
}
