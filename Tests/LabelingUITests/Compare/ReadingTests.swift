import Preference
import Terminal
import Testing

@testable import LabelingUI

@Suite("Reading")
struct ReadingTests {
  let long = (1...100).map { "line \($0)" }.joined(separator: "\n")
  let short = (1...30).map { "row \($0)" }.joined(separator: "\n")

  @Test func `runs scroll together, the shorter one past its end`() {
    var front = FrontDriver(texts: [[short, long]])
    front.press(Key(.end))
    #expect(front.text.contains("line 100"))
    #expect(!front.text.contains("row 30"))
    front.press(Key(.home))
    #expect(front.text.contains("line 1 "))
    #expect(front.text.contains("row 1 "))
  }

  @Test func `linked by content, both ends are reached together`() {
    var front = FrontDriver(texts: [[short, long]])
    front.type("s")
    front.press(Key(.end))
    #expect(front.text.contains("row 30") && front.text.contains("line 100"))
  }

  @Test func `scrolling alone moves the run in focus only`() {
    var front = FrontDriver(texts: [[long, long]])
    front.type("ss")
    front.press(Key(.tab), Key(.down))
    #expect(front.model.screen?.columns.map(\.pane.viewport.top) == [0, 1])
  }

  @Test func `resizing keeps the text that was at the top`() throws {
    let words = (1...600).map { "word\($0)" }.joined(separator: " ")
    var front = FrontDriver(texts: [[words, words]])
    for _ in 0..<20 { front.press(Key(.down)) }
    let before = try #require(front.model.screen?.columns[0].pane)
    let anchor = before.wrapped?.anchor(ofRow: before.viewport.top)
    front.send(.resized(Size(columns: 200, rows: 30)))
    front.send(.resized(Size(columns: 30, rows: 9)))
    front.send(.resized(Size(columns: 80, rows: 24)))
    let after = try #require(front.model.screen?.columns[0].pane)
    #expect(after.wrapped?.anchor(ofRow: after.viewport.top) == anchor)
  }

  @Test func `the prompt grows, shrinks to a line, and can be scrolled`() {
    var front = FrontDriver([
      ComparisonItem(
        number: 1, comparison: makeComparison(texts: [long, "two"], prompt: long), order: [0, 1], judged: nil
      )
    ])
    func promptRows() -> Int? { front.model.screen?.layout.promptBody?.size.rows }
    #expect(promptRows() == 6)
    front.type("p")
    #expect(promptRows() == 16)
    front.type("0")
    front.press(Key(.end))
    #expect(front.text.contains("line 100"))
    front.type("p")
    #expect(!front.text.contains("line 100"))
  }

  @Test func `columns that do not fit are one key away`() {
    var front = FrontDriver(texts: [["first", "second", "third"]])
    #expect(!front.text.contains("third"))
    front.type("3")
    #expect(front.text.contains("third"))
    #expect(front.text.contains("[B C]"))
  }

  @Test func `a run that comes onto the screen stands where the others are`() {
    var front = FrontDriver(texts: [[long, long, long]])
    for _ in 0..<5 { front.press(Key(.down)) }
    front.type("3")
    #expect(front.model.screen?.columns[2].pane.viewport.top == 5)
  }

  @Test func `shown as written, reading and jumping go on where they were`() {
    let signs = (1...40).map { "**Part \($0)** says `the` same." }.joined(separator: "\n\n")
    let other = signs.replacing("Part 20", with: "Part twenty").replacing("Part 30", with: "Part thirty")
    var front = FrontDriver(texts: [[other, signs]])
    front.type("))")
    #expect(front.text.contains("Part thirty"))
    let before = front.model.frame().cursor
    front.type("w")
    #expect(front.model.frame().cursor.row <= before.row + 1)
    #expect(front.model.screen?.target == nil)
  }

  @Test func `corrected texts are read on from the same words`() {
    let part = (1...40).map { "## Title \($0)\n\n**Words** of *part* \($0)." }.joined(separator: "\n\n")
    var front = FrontDriver(texts: [[part, part]], size: Size(columns: 80, rows: 12))
    front.type("e")
    front.type("**New** words, which are **many**. ")
    front.press(.control("s"))
    for _ in 0..<60 { front.press(Key(.down)) }
    let top = front.model.screen?.columns[0].topLine
    #expect(top ?? 0 > 40)
    for keys in ["~", "w", "~", "w"] {
      front.type(keys)
      #expect(front.model.screen?.columns[0].topLine == top, "\(keys)")
    }
  }

  @Test func `JSON that was written on one line is read on where it was, and marked there too`() throws {
    let members = (1...80).map { "\"key\($0)\":\"value \($0)\"" }.joined(separator: ",")
    let other = members.replacing("value 70", with: "value seventy")
    var front = FrontDriver(texts: [["{" + members + "}", "{" + other + "}"]])
    front.press(.letter(")"))
    #expect(front.text.contains("value 70") && front.text.contains("value seventy"))
    let column = try #require(front.model.screen?.columns[0])
    let place = column.sourceOffset(of: column.pane.anchor)
    front.type("w")
    let raw = try #require(front.model.screen?.columns[0])
    #expect(abs(raw.sourceOffset(of: raw.pane.anchor) - place) <= 8 && raw.pane.anchor > 400)
    let marked = raw.pane.marks.map {
      String(Array(raw.pane.source.utf8)[$0.range].map { Character(UnicodeScalar($0)) })
    }
    #expect(marked == ["\"value 70\""])
  }

  @Test func `identical runs line up`() {
    let words = (1...300).map { "word\($0)" }.joined(separator: " ")
    let front = FrontDriver(texts: [[words, words]])
    let panes = front.model.screen?.columns.map(\.pane.wrapped?.columns)
    #expect(panes?[0] == panes?[1])
  }
}

extension RunColumn {
  /// Of the text as it is compared.
  fileprivate var topLine: Int { source[..<sourceOffset(of: pane.anchor)].count { $0 == 0x0A } }
}
