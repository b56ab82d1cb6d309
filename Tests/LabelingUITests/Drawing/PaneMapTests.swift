import Preference
import Terminal
import Testing

@testable import LabelingUI

@Suite("Titles that are maps of their texts")
struct PaneMapTests {
  private static let long = (1...200).map { "Line \($0)." }.joined(separator: "\n")
  /// Differs at the beginning and at the end.
  private static let other =
    long.replacing("Line 3.", with: "Line 3, or so they say.")
    .replacing("Line 190.", with: "Line 190 is not like the others.")

  private func pane(rows: Int) -> TextPane {
    var pane = TextPane(Self.long, repertoire: .unicode)
    pane.fit(columns: 40, rows: rows)
    return pane
  }

  @Test func `a text that is on the screen whole has none`() {
    #expect(PaneMap(pane(rows: 200)) == nil)
    #expect(PaneMap(TextPane(Self.long, repertoire: .unicode)) == nil)
    #expect(PaneMap(pane(rows: 199)) != nil)
  }

  @Test(arguments: [1, 7, 20, 200, 333]) func `its places are the text, first to last`(count: Int) throws {
    let places = try #require(PaneMap(pane(rows: 10))).places(count)
    #expect(places.count == count)
    #expect(places[0].offsets.lowerBound == 0)
    #expect(places[count - 1].offsets.upperBound == Self.long.utf8.count)
    for (place, next) in zip(places, places.dropFirst()) {
      #expect(place.offsets.lowerBound <= next.offsets.lowerBound)
      #expect(place.offsets.upperBound >= next.offsets.lowerBound)
    }
  }

  @Test func `what is on the screen moves along with reading`() throws {
    var pane = pane(rows: 20)
    func shown(_ pane: TextPane) -> [Int] {
      (PaneMap(pane)?.places(20) ?? []).enumerated().filter(\.element.isShown).map(\.offset)
    }
    #expect(shown(pane) == [0, 1])
    pane.scroll(to: 100)
    #expect(shown(pane) == [10, 11])
    pane.scroll(.toBottom)
    #expect(shown(pane) == [18, 19])
  }

  @Test func `it stands in the title of a run, and tells where runs differ`() throws {
    var front = FrontDriver([makeItem(texts: [Self.long, Self.other])], size: Size(columns: 100, rows: 24))
    let row = try #require(front.model.screen?.layout.columns.first?.title.origin.row)
    #expect(front.line(row).contains("═"))
    #expect(front.line(row).filter { "•╪".contains($0) }.count == 2)
    let before = front.line(row)
    front.press(Key(.end))
    #expect(front.line(row) != before)
    #expect(front.line(row).contains("═━ 183–200/200"))
  }

  @Test func `it tells where a search found something`() throws {
    var front = FrontDriver([makeItem(texts: [Self.long, Self.long])], size: Size(columns: 100, rows: 24))
    let row = try #require(front.model.screen?.layout.columns.first?.title.origin.row)
    #expect(!front.line(row).contains("•"))
    front.type("/line 77.")
    #expect(front.line(row).filter { "•╪".contains($0) }.count == 2)
  }

  @Test func `one place that was found is one sign, however few rows there are`() throws {
    let text = (1...30).map { "Line \($0)." }.joined(separator: "\n")
    var front = FrontDriver([makeItem(texts: [text, "short"])], size: Size(columns: 180, rows: 24))
    front.type("/line 29.")
    let row = try #require(front.model.screen?.layout.columns.first?.title.origin.row)
    #expect(front.line(row).filter { "•╪".contains($0) }.count == 1)
  }

  @Test func `a title that has no room, and a text that fits, keep their line`() throws {
    let short = FrontDriver([makeItem(texts: ["one", "two"])])
    #expect(!short.text.contains("═"))
    let narrow = FrontDriver([makeItem(texts: [Self.long, Self.long])], size: Size(columns: 40, rows: 12))
    #expect(narrow.text.contains("/200"))
  }

  @Test func `where only ASCII shows it is ASCII`() {
    let front = FrontDriver(
      [makeItem(texts: [Self.long, Self.other])], size: Size(columns: 100, rows: 24), repertoire: .ascii)
    let isASCII = front.text.unicodeScalars.allSatisfy { $0.isASCII }
    #expect(isASCII)
    #expect(front.text.contains("==") && front.text.contains("*"))
  }

  @Test func `it tells where runs differ also where most rows do, in both, wherever the focus is`() throws {
    let texts = ["small", "big"].map { size in
      (1...200).map { "Line \($0) is \(size)." }.joined(separator: "\n")
    }
    var front = FrontDriver([makeItem(texts: texts)], size: Size(columns: 100, rows: 24))
    front.type("d")
    func maps() -> [[Bool]] {
      (front.model.screen?.layout.columns ?? []).map { column in
        front.line(column.title.origin.row).dropFirst(column.title.origin.column).prefix(
          column.title.size.columns
        ).map { "•╪".contains($0) }
      }
    }
    let before = maps()
    #expect(before.allSatisfy { $0.count(where: { $0 }) > 20 } && before[0] == before[1])
    front.press(Key(.tab))
    #expect(maps() == before)
  }
}
