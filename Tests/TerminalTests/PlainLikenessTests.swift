import Testing

@testable import Terminal

@Suite struct `Text on a terminal that shows ASCII only` {
  func plain(_ text: String, columns: Int = 200) -> [String] {
    shown(text, columns: columns, repertoire: .ascii)
  }

  @Test(
    arguments: [
      ("é 漢 😀", "\\u{E9} \\u{6F22} \\u{1F600}"),
      ("e\u{301}", "e\\u{301}"),
      ("漢\u{3099}\u{301}a", "\\u{6F22}\\u{3099}\\u{301}a"),
      ("\u{301}\u{302}a", "\\u{301}\\u{302}a"),
      ("\u{301}\u{302}\u{303}\u{304}\u{305}", "\\u{301}\\u{302}\\u{303}\\u{304}+1"),
      ("a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "a\\u{301}\\u{302}\\u{303}\\u{304}+2"),
      ("👨\u{200D}👩👍🏽1\u{FE0F}\u{20E3}", "\\u{1F468}\\u{1F469}\\u{1F44D}1"),
      ("🇩🇪→·", "\\u{1F1E9}\\u{1F1EA}\\u{2192}\\u{B7}"),
      ("a\u{1B}[0m\u{202E}\u{378}\r", "a^[[0m<U+202E><U+0378>^M"),
      ("a\tb", "a>      b"),
    ] as [(String, String)])
  func `is spelled out`(text: String, spelling: String) {
    #expect(plain(text) == [spelling])
  }

  @Test(
    arguments: [
      ("‘it’s’ “quoted” „so“", "'it's' \"quoted\" \"so\""),
      ("a — b – c‑d − 1", "a -- b - c-d - 1"),
      ("and so on… ", "and so on..."),
      ("• one ● two ▪ three", "* one * two * three"),
      ("10\u{A0}kg\u{2009}net\u{3000}weight", "10 kg net weight"),
      ("├──╮ ║ ╱", "+--+ | /"),
    ] as [(String, String)])
  func `has a likeness for typography`(text: String, likeness: String) {
    #expect(plain(text) == [likeness])
  }

  @Test func `marks what is spelled out, not what has a likeness`() {
    let wrapped = WrappedText(SanitizedText("“é”", repertoire: .ascii), columns: 20)
    var escapes: [Bool] = []
    wrapped.showGlyphs(ofRow: 0) { _, _, isEscape in escapes.append(isEscape) }
    #expect(escapes == [false, true, true, true, true, true, true, false])
  }

  @Test func `hides nothing that a better terminal shows`() {
    #expect(SanitizedText("é “漢” e\u{301}", repertoire: .ascii).hiddenCount == 0)
    #expect(SanitizedText("é\u{200B}", repertoire: .ascii).hiddenCount == 1)
  }

  @Test func `breaks where it would break elsewhere`() {
    #expect(plain("漢字か。な", columns: 16) == ["\\u{6F22}\\u{5B57}", "\\u{304B}\\u{3002}", "\\u{306A}"])
    #expect(plain("10\u{A0}kg 10\u{A0}kg", columns: 7) == ["10 kg", "10 kg"])
    #expect(plain("one\u{2003}two", columns: 4) == ["one", "two"])
    #expect(plain("• one two", columns: 9) == ["* one two"])
    #expect(plain("• one two three", columns: 13) == ["* one two", "  three"])
  }

  @Test func `breaks between a base and its marks only when it must`() {
    #expect(plain("abc e\u{301}", columns: 10) == ["abc", "e\\u{301}"])
    #expect(plain("ab \u{301}c", columns: 9) == ["ab", " \\u{301}c"])
    #expect(plain("ab\u{2003}\u{301}c", columns: 9) == ["ab", " \\u{301}c"])
    #expect(plain("e\u{301}\u{302}", columns: 9) == ["e\\u{301}", "\\u{302}"])
  }

  @Test func `shows a question mark for what is wider than the pane`() {
    #expect(plain("aé—b", columns: 5) == ["a?--b"])
    #expect(plain("a…", columns: 2) == ["a?"])
    #expect(plain("—", columns: 1) == ["?"])
  }

  @Test func `is measured as it is written`() {
    #expect(TextWidth.columns(of: "3 · 4 … é", repertoire: .ascii) == 16)
    #expect(TextWidth.columns(of: "a\n漢", repertoire: .ascii) == 11)
  }

  @Test func `has likenesses that are as wide as it is told`() {
    for scalar in (0x80...0x3000).compactMap(Unicode.Scalar.init) {
      guard let likeness = PlainLikeness.text(of: scalar) else { continue }
      #expect(likeness.utf8.count == PlainLikeness.width(of: scalar))
      #expect(likeness.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
    }
  }
}
