import Testing

@testable import TerminalNcurses

@Suite struct TerminalErrorTests {
  @Test func `the sentence names the value of TERM and what to do`() {
    let sentence = String(describing: TerminalError.unknownType("nonesuch"))
    #expect(sentence.contains("'nonesuch'"))
    #expect(sentence.contains("TERM=xterm-256color"))
  }

  @Test func `a value of TERM that steers the terminal is not repeated as it is`() {
    #expect(String(describing: TerminalError.unknownType("x\u{1B}[2J")).contains("'x?[2J'"))
  }
}
