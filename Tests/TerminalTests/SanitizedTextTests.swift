import Testing

@testable import Terminal

@Suite struct `Sanitized text` {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let shown: [String]
    var hidden = 0

    init(_ name: String, _ text: String, _ shown: String..., hidden: Int = 0) {
      self.name = name
      self.text = text
      self.shown = shown
      self.hidden = hidden
    }

    var testDescription: String { name }
  }

  static let lineEnds: [Case] = [
    Case("empty", "", ""),
    Case("line feed", "a\nb", "a", "b"),
    Case("carriage return and line feed", "a\r\nb", "a", "b"),
    Case("a line end at the end opens no line", "a\n", "a"),
    Case("empty lines stay", "a\n\nb\n\n", "a", "", "b", ""),
    Case("a lone carriage return shows", "a\rb", "a␍b", hidden: 1),
    Case("only the last of two carriage returns belongs to the line end", "a\r\r\nb", "a␍", "b", hidden: 1),
    Case("tab", "a\tb\t\tc", "a→      b→      →       c"),
    Case("tab at a stop", "12345678\t9", "12345678→       9"),
    Case("next line and separators", "a\u{85}b\u{2028}c\u{2029}d", "a<U+0085>b<U+2028>c<U+2029>d", hidden: 3),
  ]

  static let attacks: [Case] = [
    Case("clipboard", "\u{1B}]52;c;ZWNobw==\u{7}", "^[]52;c;ZWNobw==^G", hidden: 2),
    Case("title", "\u{1B}]0;rm -rf\u{1B}\\", "^[]0;rm -rf^[\\", hidden: 2),
    Case("status query", "\u{1B}P$q\"p\u{1B}\\", "^[P$q\"p^[\\", hidden: 2),
    Case("hyperlink", "\u{1B}]8;;http://e\u{7}x\u{1B}]8;;\u{7}", "^[]8;;http://e^Gx^[]8;;^G", hidden: 4),
    Case("spoof", "ok\u{8}\u{8}no\u{1B}[8m", "ok^H^Hno^[[8m", hidden: 3),
    Case("8-bit introducers", "\u{9B}31m\u{9D}0;t\u{9C}", "<U+009B>31m<U+009D>0;t<U+009C>", hidden: 3),
    Case("null and delete", "\0\u{7F}", "^@^?", hidden: 2),
    Case("bidi override", "a\u{202E}b\u{2066}c\u{200F}", "a<U+202E>b<U+2066>c<U+200F>", hidden: 3),
    Case("Arabic letter mark", "\u{61C}", "<U+061C>", hidden: 1),
    Case(
      "zero width", "a\u{200B}b\u{2060}c\u{FEFF}d\u{AD}e", "a<U+200B>b<U+2060>c<U+FEFF>d<U+00AD>e", hidden: 4),
    Case("tag characters", "\u{E0041}\u{E0062}", "<U+E0041><U+E0062>", hidden: 2),
    Case("stray selectors", "\u{FE0F}a\u{FE0F}b\u{FE01}", "<U+FE0F>a<U+FE0F>b<U+FE01>", hidden: 3),
    Case("selectors that carry data", "😀\u{E0101}\u{E0102}", "😀<U+E0101><U+E0102>", hidden: 2),
    Case("a second selector", "❤\u{FE0F}\u{FE0F}", "❤<U+FE0F>", hidden: 1),
    Case(
      "fillers", "\u{3164}\u{FFA0}\u{115F}\u{1160}\u{34F}", "<U+3164><U+FFA0><U+115F><U+1160><U+034F>",
      hidden: 5),
    Case("interlinear", "\u{FFF9}a\u{FFFB}", "<U+FFF9>a<U+FFFB>", hidden: 2),
    Case("noncharacters", text(0xFDD0, 0xFFFE, 0x10FFFF), "<U+FDD0><U+FFFE><U+10FFFF>", hidden: 3),
    Case("unassigned and private", "\u{378}\u{E000}\u{F0000}", "<U+0378><U+E000><U+F0000>", hidden: 3),
    Case("newer than terminals", "\u{1FAE8}\u{1FAE7}", "<U+1FAE8>\u{1FAE7}", hidden: 1),
  ]

  static let sequences: [Case] = [
    Case("joined family", "👨\u{200D}👩\u{200D}👧!", "👨👩👧!"),
    Case("joined with selector and tone", "🏃🏽\u{200D}♀\u{FE0F}", "🏃♀"),
    Case("rainbow flag", "🏳\u{FE0F}\u{200D}🌈", "🏳🌈"),
    Case("skin tone", "👍🏽", "👍"),
    Case("skin tone after another thing", "a🏽", "a🏽"),
    Case("two skin tones", "👍🏽🏾", "👍🏾"),
    Case("emoji and text selectors", "❤\u{FE0F}❤\u{FE0E}", "❤❤"),
    Case("keycap", "1\u{FE0F}\u{20E3}#\u{20E3}", "1#"),
    Case("enclosing mark elsewhere", "a\u{20E3}", "a\u{20E3}"),
    Case("flags", "🇩🇪🇫🇷", "🇩🇪🇫🇷"),
    Case("flag of a subdivision", "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}x", "🏴x"),
    Case("tags without their end", "🏴\u{E0067}\u{E0062}x", "🏴<U+E0067><U+E0062>x", hidden: 2),
    Case("joiner at the end", "👨\u{200D}", "👨<U+200D>", hidden: 1),
    Case("joiner between letters", "a\u{200D}b\u{200C}c", "a<U+200D>b<U+200C>c", hidden: 2),
    Case("joiner before what is not shown", "👨\u{200D}\u{1FAE8}", "👨<U+200D><U+1FAE8>", hidden: 2),
    Case("Persian", "می\u{200C}خواهم", "میخواهم"),
    Case("two Persian non-joiners", "می\u{200C}\u{200C}خ", "می<U+200C><U+200C>خ", hidden: 2),
    Case("Devanagari conjunct", "क\u{94D}\u{200D}ष", "क\u{94D}ष"),
    Case("Malayalam chillu at a word's end", "ന\u{D4D}\u{200D} x", "ന\u{D4D} x"),
    Case("Japanese name with a selector", "葛\u{E0100}城", "葛城"),
    Case("Hangul from jamo", "\u{1112}\u{1161}\u{11AB}", "\u{1112}\u{1161}\u{11AB}"),
    Case("decomposed", "e\u{301}か\u{3099}", "e\u{301}か\u{3099}"),
  ]

  static let marks: [Case] = [
    Case("four marks", "a\u{300}\u{301}\u{302}\u{303}b", "a\u{300}\u{301}\u{302}\u{303}b"),
    Case(
      "six marks", "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}b", "a\u{300}\u{301}\u{302}\u{303}+2b",
      hidden: 2),
    Case(
      "flood", "a" + String(repeating: "\u{301}", count: 10_000), "a\u{301}\u{301}\u{301}\u{301}+9996",
      hidden: 9996),
    Case("mark at the start", "\u{301}a", "\u{25CC}\u{301}a"),
    Case("mark after a line end", "a\n\u{301}", "a", "\u{25CC}\u{301}"),
    Case("mark after a token", "\u{1B}\u{301}", "^[\u{25CC}\u{301}", hidden: 1),
    Case("mark after a tab", "\t\u{301}", "→       \u{25CC}\u{301}"),
    Case("mark on a space", "a \u{301}b", "a \u{301}b"),
  ]

  @Test(arguments: lineEnds + attacks + sequences + marks)
  func `shows each kind of text as the rules say`(_ example: Case) {
    #expect(shown(example.text).map(scalars) == example.shown.map(scalars))
    #expect(SanitizedText(example.text).hiddenCount == example.hidden)
  }

  @Test func `knows text that reads from right to left`() {
    #expect(SanitizedText("abc שלום").readsRightToLeft)
    #expect(SanitizedText("سلام").readsRightToLeft)
    #expect(!SanitizedText("Most of it is English, and one word שלום is not").readsRightToLeft)
    #expect(SanitizedText("שלום עולם, this is ברוך הבא").readsRightToLeft)
    #expect(!SanitizedText("abc é 漢 ☃").readsRightToLeft)
  }

  @Test func `takes as many columns as the terminal gives`() {
    let widths: [(String, Int)] = [
      ("abc", 3), ("漢字", 4), ("🇩🇪", 2), ("👨\u{200D}👩\u{200D}👧", 6), ("👍🏽", 2), ("❤\u{FE0F}", 1),
      ("1\u{FE0F}\u{20E3}", 1), ("क\u{94D}षि", 3), ("กำ", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{1B}", 2),
      ("a\tb", 9), ("a\nb", 3), ("e\u{301}", 1),
    ]
    for (text, width) in widths {
      #expect(TextWidth.columns(of: text, repertoire: .unicode) == width, "\(text.debugDescription)")
    }
  }
}
