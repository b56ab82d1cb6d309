import Terminal
import Testing

@testable import LabelingUI

@Suite("Drawn rows")
struct DrawnRowsTests {
  private static let lines = (0..<40).map { "line \($0)" }.joined(separator: "\n")

  private func look(_ text: WrappedText, focus: Int = 0, marks: [RoleSpan] = []) -> RunsLook {
    RunsLook(
      size: Size(columns: 20, rows: 10), repertoire: .unicode, glyphs: ChromeGlyphs(for: .unicode),
      columns: [], focus: focus, texts: [ShownText(wrapped: text, marks: marks)])
  }

  /// Which lines are drawn.
  private func show(
    _ rows: [Int], of text: WrappedText, look: RunsLook, in drawn: inout DrawnRuns
  ) -> [Int] {
    var surface = Surface(size: Size(columns: 20, rows: 10))
    var drawnLines: [Int] = []
    let lines = ShownLines<TextPane.Part>(lines: rows.count) { line, _ in
      rows[line] < 0 ? .blank : .row(rows[line])
    }
    drawn.show(lines, look: look, top: 2, on: &surface) { line, surface in
      drawnLines.append(line)
      surface.draw(text, row: rows[line], at: Position(column: 0, row: 2 + line), columns: 20, role: .text)
    }
    let expected = rows.map { $0 < 0 ? "" : "line \($0)" }
    #expect(Array(surface.plainLines[2..<2 + rows.count]) == expected)
    return drawnLines
  }

  @Test func `are taken over where they moved`() {
    let text = WrappedText(SanitizedText(Self.lines), columns: 20)
    var drawn = DrawnRuns()
    #expect(show([0, 1, 2, 3, 4], of: text, look: look(text), in: &drawn) == [0, 1, 2, 3, 4])
    #expect(show([0, 1, 2, 3, 4], of: text, look: look(text), in: &drawn) == [])
    #expect(show([1, 2, 3, 4, 5], of: text, look: look(text), in: &drawn) == [4])
    #expect(show([0, 1, 2, 3, 4], of: text, look: look(text), in: &drawn) == [0])
    #expect(show([4, 5, 6, 7, 8], of: text, look: look(text), in: &drawn) == [1, 2, 3, 4])
    #expect(show([30, 31, 32, 33, 34], of: text, look: look(text), in: &drawn) == [0, 1, 2, 3, 4])
  }

  @Test func `are drawn anew when they look otherwise`() {
    let text = WrappedText(SanitizedText(Self.lines), columns: 20)
    let again = WrappedText(SanitizedText(Self.lines), columns: 20)
    var drawn = DrawnRuns()
    let looks = [
      look(text), look(text, focus: 1), look(text, marks: [RoleSpan(range: 0..<3, role: .diffChanged)]),
      look(again),
    ]
    for look in looks { #expect(show([0, 1, 2], of: text, look: look, in: &drawn) == [0, 1, 2]) }
  }

  @Test func `are matched by all of their texts`() {
    let both = { (rows: [(Int, Int)]) in
      ShownLines<TextPane.Part>(lines: rows.count, texts: 2) { .row($1 == 0 ? rows[$0].0 : rows[$0].1) }
    }
    let before = both([(0, 0), (1, 1), (2, 2)])
    #expect(both([(1, 1), (2, 2), (3, 3)]).distance(from: before) == 1)
    #expect(both([(1, 2), (2, 3), (3, 4)]).distance(from: before) == nil)
    #expect(both([(9, 9), (0, 0), (1, 1)]).distance(from: before) == -1)
  }
}
