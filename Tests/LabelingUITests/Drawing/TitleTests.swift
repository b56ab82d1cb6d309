import Terminal
import Testing

@testable import LabelingUI

@Suite("The terminal's title")
struct TitleTests {
  @Test func `tells the place, in ASCII where the terminal has nothing else`() {
    let items = [makeItem(texts: ["one", "two"])]
    #expect(FrontDriver(items).model.frame().title == "podium 1/1 · test")
    #expect(FrontDriver(items, repertoire: .ascii).model.frame().title == "podium 1/1 - test")
  }
}
