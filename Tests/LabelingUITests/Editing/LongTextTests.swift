import Terminal
import Testing

@testable import LabelingUI

@Suite struct LongTextTests {
  @Test func `a key costs about the same in a page and in a megabyte`() {
    let line = String(repeating: "word ", count: 60) + "\n"
    let page = quickestKey(in: String(repeating: line, count: 40))
    let long = quickestKey(in: String(repeating: line, count: 3500))
    let single = quickestKey(in: String(repeating: "word ", count: 60 * 3500))
    #expect(long < page * 6, "\(page) in a page, \(long) in a megabyte")
    #expect(single < page * 6, "\(page) in a page, \(single) in one line of a megabyte")
  }

  /// The least of many, so that a busy machine does not matter. A key is taken in and its frame drawn.
  private func quickestKey(in text: String) -> Duration {
    var front = FrontDriver(texts: [[text, "other"]])
    front.type("e")
    front.press(.code(.pageDown), .code(.pageDown), .code(.pageDown))
    return (0..<25).map { index in
      ContinuousClock().measure {
        _ = front.model.update(.input(.key(.letter("x")), at: .milliseconds(100 * index)))
        _ = front.model.frame()
      }
    }.min() ?? .zero
  }
}
