import Terminal
import Testing

@testable import LabelingUI

@Suite("The last line of screens with keys of their own")
struct KeyLineTests {
  private let line = KeyLine(hints: ["Esc closes", "Enter carries it out", "Up Down"])

  @Test(arguments: [
    (6, ""), (9, "Up Down"), (10, "Esc closes"), (31, "Esc closes  Up Down"),
    (32, "Esc closes  Enter carries it out"),
    (80, "Esc closes  Enter carries it out  Up Down"),
  ])
  func `hints are there whole or not at all`(columns: Int, text: String) {
    #expect(line.text(fitting: columns, for: .unicode) == text)
  }

  @Test(arguments: [(20, 5), (24, 6), (40, 12), (80, 24)], ["?", "t", "L", "i"])
  func `no screen cuts its last line`(size: (Int, Int), key: String) {
    var front = FrontDriver(
      [makeItem(texts: ["plain \u{202E}text", "other"])], size: Size(columns: size.0, rows: size.1))
    front.type(key)
    #expect(!front.lastLine.contains("…"), "\(front.lastLine)")
  }
}
