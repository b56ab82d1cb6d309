import Terminal
import TestSupport
import Testing

@testable import LabelingUI

@Suite("What a text hides")
struct InspectorTests {
  private static let hidden =
    String(repeating: "a line\n", count: 60) + "turned \u{202E}round\u{202C} and \u{1B}]52;c;eA==\u{7} copied"

  @Test func `the hidden characters of the run in focus are listed with their names`() {
    var front = FrontDriver(texts: [[Self.hidden, "plain"]])
    front.type("i")
    #expect(front.line(0).contains("Hidden characters in"))
    #expect(front.text.contains("<U+202E>   U+202E"))
    #expect(front.text.contains("right-to-left override"))
    #expect(front.text.contains("^["))
    #expect(front.text.contains("control character"))
    front.press(Key(.escape))
    #expect(!front.text.contains("Hidden characters in"))
  }

  @Test func `Enter shows where the character stands first`() {
    var front = FrontDriver(texts: [[Self.hidden, "plain"]])
    #expect(!front.text.contains("turned"))
    front.type("i")
    front.press(Key(.enter))
    #expect(front.text.contains("turned <U+202E>round"))
  }

  @Test func `a text that hides nothing says so`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.type("i")
    #expect(front.lastLine.contains("A hides nothing"))
  }

  @Test func `keys on the list label nothing`() {
    var front = FrontDriver(texts: [[Self.hidden, "plain"], ["three", "four"]])
    front.type("i")
    front.type("a")
    #expect(front.decisions.isEmpty)
  }

  @Test(arguments: [Size(columns: 20, rows: 5), Size(columns: 40, rows: 12), Size(columns: 80, rows: 24)])
  func `it fits any screen`(size: Size) {
    var front = FrontDriver(texts: [[Self.hidden, "plain"]], size: size)
    front.type("i")
    expectSnapshot(front.model.frame().snapshot, named: "hidden-\(size.columns)x\(size.rows)")
  }
}
