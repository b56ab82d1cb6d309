import Testing

@testable import TerminalNcurses

@Suite struct WindowProgressTests {
  @Test(arguments: [(0, "0"), (42, "42"), (100, "100"), (101, "100"), (-1, "0")])
  func `progress is a percentage`(percent: Int, shown: String) {
    #expect(String(decoding: WindowProgress.bytes(percent), as: UTF8.self) == "\u{1B}]9;4;1;\(shown)\u{1B}\\")
  }
}
