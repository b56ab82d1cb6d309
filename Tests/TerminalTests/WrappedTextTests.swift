import Testing

@testable import Terminal

@Suite struct `Wrapped text` {
  @Test func `breaks at spaces and swallows them`() {
    #expect(shown("one two three", columns: 8) == ["one two", "three"])
    #expect(shown("one two  three", columns: 7) == ["one two", "three"])
    #expect(shown("one     two", columns: 5) == ["one", "two"])
    #expect(shown("one two      ", columns: 7) == ["one two"])
  }

  @Test func `breaks a word that is longer than a row`() {
    #expect(shown("abcdefghij", columns: 4) == ["abcd", "efgh", "ij"])
    #expect(shown("see abcdefghij", columns: 6) == ["see", "abcdef", "ghij"])
  }

  @Test func `breaks at every kind of blank but the non-breaking ones`() {
    #expect(shown("aaa\u{2003}bbb", columns: 4) == ["aaa\u{2003}", "bbb"])
    #expect(shown("漢\u{3000}字", columns: 4) == ["漢\u{3000}", "字"])
    #expect(shown("aa bb\u{A0}cc", columns: 6) == ["aa", "bb\u{A0}cc"])
  }

  @Test func `swallows no blank that has a mark on it`() {
    #expect(shown("漢\u{3000}\u{3099}字", columns: 2) == ["漢", "\u{3000}\u{3099}", "字"])
    #expect(shown("ab \u{301}cd", columns: 2) == ["ab", " \u{301}c", "d"])
  }

  @Test func `breaks anywhere among East Asian characters`() {
    #expect(shown("漢字かな交じり文", columns: 7) == ["漢字か", "な交じ", "り文"])
    #expect(shown("abc漢字", columns: 4) == ["abc", "漢字"])
  }

  @Test func `begins no row with closing punctuation and ends none with an opening bracket`() {
    #expect(shown("漢字かな。交じり", columns: 8) == ["漢字か", "な。交じ", "り"])
    #expect(shown("漢字か「な」", columns: 8) == ["漢字か", "「な」"])
    #expect(shown("チャット", columns: 2) == ["チ", "ャ", "ッ", "ト"])
    #expect(shown("漢字ット", columns: 4) == ["漢", "字ッ", "ト"])
    #expect(shown("漢字, 漢", columns: 4) == ["漢", "字,", "漢"])
    #expect(shown("漢字(漢)", columns: 5) == ["漢字", "(漢)"])
  }

  @Test func `hangs the rows of list items and indented lines`() {
    #expect(shown("- one two three four", columns: 12) == ["- one two", "  three four"])
    #expect(shown("12. one two three four", columns: 14) == ["12. one two", "    three four"])
    #expect(shown("    one two three", columns: 14) == ["    one two", "    three"])
    #expect(shown("> one two three four", columns: 12) == ["> one two", "  three four"])
    #expect(shown("12 one two three", columns: 11) == ["12 one two", "three"])
  }

  @Test func `indents by a third of the width at most`() {
    #expect(shown("              one two three", columns: 18).last == "      two three")
    #expect(shown("- one two", columns: 5) == ["- one", "two"])
  }

  @Test func `leaves no list marker alone`() {
    #expect(shown("- abcdefghijklmnopqrstuvw", columns: 16) == ["- abcdefghijklmn", "  opqrstuvw"])
    #expect(shown("- 漢漢漢漢漢漢漢漢漢", columns: 13)[0] == "- 漢漢漢漢漢")
  }

  @Test func `expands tabs to the stops of the pane`() {
    #expect(shown("ab\tcd", columns: 12) == ["ab→     cd"])
    #expect(shown("ab\tcdefgh", columns: 12) == ["ab→", "cdefgh"])
    #expect(shown("abc\tde", columns: 4) == ["abc→", "de"])
    #expect(shown("abcd\tde", columns: 4) == ["abcd", "de"])
  }

  @Test func `cuts neither tokens nor flags nor joined emoji`() {
    #expect(shown("abcd\u{202E}efgh", columns: 10) == ["abcd", "<U+202E>ef", "gh"])
    #expect(shown("aaa🇩🇪", columns: 4) == ["aaa", "🇩🇪"])
    #expect(shown("aaa👨\u{200D}👩", columns: 6) == ["aaa", "👨👩"])
  }

  @Test func `shows a question mark for what is wider than the pane`() {
    #expect(shown("漢a字", columns: 1) == ["?", "a", "?"])
    #expect(shown("a\u{202E}b", columns: 7) == ["a?b"])
    #expect(shown("a\u{1B}b", columns: 1) == ["a", "?", "b"])
    #expect(shown("\t漢", columns: 1) == ["→", "?"])
  }

  @Test func `has a row for an empty text and for empty lines`() {
    #expect(shown("") == [""])
    #expect(shown("\n") == [""])
    #expect(shown("a\n\nb") == ["a", "", "b"])
  }

  @Test func `keeps the place by the offset of what a row begins with`() {
    let wrapped = WrappedText(SanitizedText("é one\n\ntwo three"), columns: 5)
    #expect((0..<wrapped.rowCount).map { wrapped.anchor(ofRow: $0) } == [0, 7, 8, 12])
    #expect([0, 6, 7, 8, 11, 12, 99].map { wrapped.row(showing: $0) } == [0, 0, 1, 2, 2, 3, 3])
    #expect(wrapped.row(showing: -1) == 0)
    #expect(wrapped.anchor(ofRow: 99) == 12)
  }
}
