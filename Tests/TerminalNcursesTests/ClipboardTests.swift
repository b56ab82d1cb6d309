import Foundation
import Testing

@testable import TerminalNcurses

@Suite struct ClipboardTests {
  @Test func `base 64 is what others make of it`() {
    for count in 0..<70 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
      #expect(String(decoding: Clipboard.base64(bytes), as: UTF8.self) == Data(bytes).base64EncodedString())
    }
  }

  @Test func `a text is framed by OSC 52 and ST, and nothing of it can end that early`() {
    let bytes = Clipboard.bytes("a\u{1B}\\\u{7}".utf8)
    #expect(bytes == Array("\u{1B}]52;c;YRtcBw==\u{1B}\\".utf8))
  }
}
