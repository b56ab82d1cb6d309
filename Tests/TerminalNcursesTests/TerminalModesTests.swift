import Testing

@testable import TerminalNcurses

@Suite struct TerminalModesTests {
  private let all = TerminalModes(
    title: true, bracketedPaste: true, mouse: true, colorScheme: true, synchronization: true, progress: true)

  @Test func `nothing is sent when nothing changes`() {
    #expect(all.bytes(from: all).isEmpty)
    #expect(TerminalModes.none.bytes(from: .none).isEmpty)
  }

  @Test func `all modes are switched off in the reverse order of switching on`() {
    #expect(
      text(all.bytes(from: .none))
        == "\u{1B}[22;2t\u{1B}[?2004h\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h\u{1B}[?2031h")
    #expect(
      text(TerminalModes.none.bytes(from: all))
        == "\u{1B}[?2026l\u{1B}]9;4;0;0\u{1B}\\\u{1B}[?2031l\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?2004l\u{1B}[23;2t"
    )
  }

  @Test func `one mode changes alone`() {
    var withoutMouse = all
    withoutMouse.mouse = false
    #expect(text(withoutMouse.bytes(from: all)) == "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l")
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
