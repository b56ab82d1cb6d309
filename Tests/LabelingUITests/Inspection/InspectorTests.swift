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

  @Test func `what is folded into a glyph is listed, counted in the title and marked where it differs`() {
    var front = FrontDriver(texts: [["ok 👍🏽 ❤\u{FE0F} 👨\u{200D}👩 🚀", "ok 👍🏿 ❤ 👨👩 🚀"]])
    #expect(front.text.contains("3 unseen") && front.text.contains("1 unseen"))
    #expect(front.line(23 - 1).contains("unseen parts"))
    let marked = front.model.screen?.columns.map { $0.pane.marks.map(\.range.lowerBound) }
    #expect(marked == [[3, 12, 19], [3, 12, 16]])
    front.type("i")
    #expect(front.line(0).contains("3 cannot be seen"))
    #expect(front.text.contains("variation selector-16") && front.text.contains("zero width joiner"))
    front.press(Key(.escape))
    front.type("2i")
    #expect(front.text.contains("emoji modifier fitzpatrick type-6"))
  }

  @Test func `the title of the prompt counts as well`() {
    let comparison = makeComparison(texts: ["one", "two"], prompt: "turned \u{202E}round 👍🏽")
    let front = FrontDriver([ComparisonItem(number: 1, comparison: comparison, order: [0, 1], judged: nil)])
    #expect(front.line(1).contains("! 1 hidden") && front.line(1).contains("1 unseen"))
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
