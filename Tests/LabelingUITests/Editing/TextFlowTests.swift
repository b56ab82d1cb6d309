import Terminal
import Testing

@testable import LabelingUI

@Suite struct TextFlowTests {
  @Test func `going down and up passes the same rows`() {
    var generator = SplitMix(seed: 5)
    for columns in [7, 40, 200] {
      let flow = TextFlow(
        text: TextRope(RandomEdits.text(2500, &generator)), columns: columns, repertoire: .unicode)
      var down = [flow.place(of: 0).range]
      var place = flow.place(of: 0)
      while let next = flow.place(after: place) {
        place = next
        down.append(place.range)
      }
      var up = [place.range]
      while let before = flow.place(before: place) {
        place = before
        up.append(place.range)
      }
      #expect(up.reversed() == down)
      #expect(down.last?.upperBound == flow.text.count)
    }
  }

  @Test func `rows of a short text are those of the panes`() {
    let text = "- one two three four five\n\nsix\tseven 日本語日本語"
    let wrapped = WrappedText(SanitizedText(text), columns: 12)
    let flow = TextFlow(text: TextRope(text), columns: 12, repertoire: .unicode)
    var starts: [Int] = []
    var place: TextFlow.Place? = flow.place(of: 0)
    while let row = place {
      starts.append(row.start)
      place = flow.place(after: row)
    }
    #expect(starts == (0..<wrapped.rowCount).map { wrapped.anchor(ofRow: $0) })
  }

  @Test(arguments: [3000, 4090, 10_000, 100_000])
  func `behind a flood of marks the text goes on`(count: Int) {
    let flood = "Hello Z" + String(repeating: "\u{301}", count: count)
    let flow = TextFlow(
      text: TextRope(flood + " end of line\nsecond line"), columns: 40, repertoire: .unicode)
    var (end, rows) = (0, 0)
    var place: TextFlow.Place? = flow.place(of: 0)
    while let row = place {
      #expect(row.start - end <= 1 && row.piece.length <= TextFlow.longestLine)
      (end, rows) = (row.range.upperBound, rows + 1)
      place = rows < 200 ? flow.place(after: row) : nil
    }
    #expect(end == flow.text.count)
    let last = flow.place(of: flow.text.count)
    #expect(flow.text.text(in: last.range) == "second line")
  }

  @Test(arguments: ["word ", "日本語", "x"])
  func `a line of 200 KB is wrapped piece by piece`(part: String) {
    let line = String(repeating: part, count: 200_000 / part.utf8.count)
    let flow = TextFlow(text: TextRope("first\n" + line + "\nlast"), columns: 80, repertoire: .unicode)
    for offset in [6, 5000, 100_000, 199_000, flow.text.count] {
      let place = flow.place(of: offset)
      #expect(place.piece.length <= TextFlow.longestLine)
      #expect(place.range.contains(offset) || offset == flow.text.count)
    }
    // Every byte is on one row.
    var end = 0
    var place: TextFlow.Place? = flow.place(of: 0)
    while let row = place {
      #expect(row.start - end <= 1)
      end = row.range.upperBound
      place = flow.place(after: row)
    }
    #expect(end == flow.text.count)
  }
}
