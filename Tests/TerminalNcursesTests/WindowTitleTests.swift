import Testing

@testable import TerminalNcurses

@Suite struct WindowTitleTests {
  @Test func `a title is framed by OSC 2 and ST`() {
    #expect(shown("podium 12/200 · ja-vicuna") == "\u{1B}]2;podium 12/200 · ja-vicuna\u{1B}\\")
  }

  @Test(arguments: ["\u{1B}", "\u{07}", "\n", "\u{9C}", "\u{202E}", "\u{200B}", "\u{E0041}", "\u{FFFF}"])
  func `nothing that could end the title early or hide in it gets through`(scalar: String) {
    #expect(shown("a\(scalar)b") == "\u{1B}]2;a?b\u{1B}\\")
  }

  @Test func `other scripts are kept where the terminal shows them`() {
    #expect(shown("評価") == "\u{1B}]2;評価\u{1B}\\")
    #expect(shown("評価", isUTF8: false) == "\u{1B}]2;??\u{1B}\\")
  }

  @Test func `a long title is cut`() {
    #expect(WindowTitle.bytes(String(repeating: "x", count: 5000), isUTF8: true).count < 200)
  }

  private func shown(_ title: String, isUTF8: Bool = true) -> String {
    String(decoding: WindowTitle.bytes(title, isUTF8: isUTF8), as: UTF8.self)
  }
}
