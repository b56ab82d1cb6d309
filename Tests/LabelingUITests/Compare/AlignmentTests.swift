import Preference
import Terminal
import TestSupport
import Testing

@testable import LabelingUI

@Suite("Runs side by side")
struct AlignmentTests {
  static let texts = [
    """
    Air scatters blue light far more than red light, which is why the sky looks blue from everywhere on a clear day.

    At sunset the path through the air is longer.

    - Rayleigh found the law in 1871.
    """,
    """
    Air scatters blue light.

    Oceans only mirror the sky; they do not color it, whatever people once believed.

    At sunset the path of light through the air is longer, so red is left.

    - Rayleigh found the law.
    """,
  ]

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 200, rows: 60)])
  func `what stands for each other stands on one line`(size: Size) {
    let front = FrontDriver([makeItem(texts: Self.texts)], size: size)
    expectSnapshot(front.model.frame().snapshot, named: "aligned-\(size.columns)x\(size.rows)")
    for words in ["At sunset", "Rayleigh"] {
      let rows = front.text.split(separator: "\n").filter { $0.contains(words) }
      #expect(rows.count == 1)
    }
  }

  @Test func `s goes through aligned, linked and alone, and keeps the mode for the next comparison`() {
    var front = FrontDriver(texts: [Self.texts, Self.texts])
    #expect(front.text.contains("╌╌╌"))
    front.type("s")
    #expect(front.lastLine.contains("linked"))
    #expect(!front.text.contains("╌╌╌"))
    front.type("]")
    #expect(!front.text.contains("╌╌╌"))
    front.type("ss")
    #expect(front.lastLine.contains("aligned"))
    #expect(front.text.contains("╌╌╌"))
  }

  @Test func `linked, the other run shows the block that stands for the one at the top`() throws {
    let filler = (1...40).map { "Filler sentence number \($0) of this answer." }.joined(separator: "\n\n")
    let left = Self.texts[0] + "\n\n" + filler
    let right = filler + "\n\n" + Self.texts[1]
    var front = FrontDriver(texts: [[left, right]])
    front.type("s")
    var tops = ["", ""]
    for _ in 0..<60 where !tops[0].hasPrefix("Filler sentence number 5 ") {
      front.press(Key(.down))
      tops = try #require(front.model.screen).columns.map { line(at: $0.pane) }
    }
    #expect(tops[0].hasPrefix("Filler sentence number 5 ") && tops[0] == tops[1], "\(tops)")
  }

  @Test func `resizing and changing modes keep the text that is read`() throws {
    let long = (1...60).map { "Paragraph number \($0) has some words that wrap when the screen is narrow." }
    let other = long.enumerated().filter { $0.offset % 7 != 3 }.map(\.element)
    var front = FrontDriver(texts: [[long.joined(separator: "\n\n"), other.joined(separator: "\n\n")]])
    for _ in 0..<40 { front.press(Key(.down)) }
    let before = try #require(front.model.screen?.columns[0].pane.anchor)
    for size in [Size(columns: 200, rows: 60), Size(columns: 40, rows: 12), Size(columns: 80, rows: 24)] {
      front.send(.resized(size))
      front.type("sss")
      front.type("zz")
      front.type("ww")
      front.type("ddddd")
    }
    let pane = try #require(front.model.screen?.columns[0].pane)
    #expect(pane.anchor == before)
    #expect(pane.shownRow(showing: before) == pane.viewport.top)
  }

  @Test func `z gives the run in focus the whole screen, Tab the next one`() {
    var front = FrontDriver(texts: [["first run", "second run"]])
    front.type("z")
    #expect(front.text.contains("first run") && !front.text.contains("second run"))
    front.press(Key(.tab))
    #expect(!front.text.contains("first run") && front.text.contains("second run"))
    front.type("z")
    #expect(front.text.contains("first run") && front.text.contains("second run"))
  }

  @Test func `widths follow the keys and come back`() throws {
    var front = FrontDriver(texts: [["first run", "second run"]], size: Size(columns: 101, rows: 24))
    func widths() -> [Int] { front.model.screen?.layout.columns.map(\.body.size.columns) ?? [] }
    let even = widths()
    front.press(Key(.right, modifiers: .control), Key(.right, modifiers: .control))
    #expect(widths()[0] > even[0] && widths()[1] < even[1])
    for _ in 0..<40 { front.press(Key(.left, modifiers: .control)) }
    #expect(widths()[0] >= 11 && widths()[0] < even[0])
    front.type("|")
    #expect(widths() == even)
  }

  @Test func `the reference can be hidden`() {
    let comparison = Comparison(
      id: "c", prompt: .text("Why?"), reference: "Because of the air.",
      candidates: ["one", "two"].map { Candidate(output: .text($0)) })
    var front = FrontDriver([ComparisonItem(number: 1, comparison: comparison, order: [0, 1], judged: nil)])
    #expect(front.text.contains("Because of the air."))
    front.type("o")
    #expect(!front.text.contains("Because of the air.") && front.text.contains("reference hidden"))
    front.type("o")
    #expect(front.text.contains("Because of the air."))
  }

  @Test func `without a reference the key says so`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.type("o")
    #expect(front.lastLine.contains("no reference"))
  }

  private func line(at pane: TextPane) -> String {
    let bytes = Array(pane.source.utf8)[pane.anchor...]
    return String(decoding: bytes.prefix { $0 != 0x0A }.prefix(30), as: UTF8.self)
  }
}
