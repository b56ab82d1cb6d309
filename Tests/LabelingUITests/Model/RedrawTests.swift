import Terminal
import Testing

@testable import LabelingUI

@Suite("^L") struct RedrawTests {
  /// Keys that open something, one after the other.
  @Test(arguments: [
    [], ["i"], ["?"], ["?", "x"], ["t"], ["L"], ["L", "x"], ["#"], ["#", "1"], ["/"], ["/", "o"], ["v"],
    ["c"],
    ["c", "x"],
  ])
  func `draws anew and leaves open what is open`(keys: [String]) {
    var front = FrontDriver(texts: [["one \u{202E}two", "three", "four"], ["1", "2", "3"]])
    for key in keys { front.type(key) }
    let (overlay, line) = (front.model.overlay, front.model.search.line)
    front.press(Key(.character("l"), modifiers: .control))
    #expect(front.outside.last == .repaint)
    #expect(front.model.overlay == overlay && front.model.search.line == line)
    #expect(front.decisions.isEmpty)
  }
}
