import Terminal
import Testing

@testable import LabelingUI

@Suite("Known pieces")
struct KnownPiecesTests {
  /// The start of each row and the line's beginning behind it, all over the text.
  private func rows(of flow: TextFlow) -> [[Int]] {
    var rows: [[Int]] = []
    var place: TextFlow.Place? = flow.place(of: 0)
    while let row = place {
      rows.append([
        row.start, row.range.upperBound, row.piece.line.lowerBound, row.piece.line.upperBound,
        row.piece.next ?? -1, row.row,
      ])
      place = flow.place(after: row)
    }
    return rows
  }

  private func places(of flow: TextFlow) -> [TextFlow.Place] {
    var places = [flow.place(of: 0)]
    while let next = flow.place(after: places[places.count - 1]) { places.append(next) }
    return places
  }

  private static let parts = ["x", " ", "\n", "\r\n", "\r", "日本", "", "two words", "\n\n"]

  @Test(arguments: [7, 40]) func `are those that a new layout would give`(columns: Int) {
    var generator = SplitMix(seed: 21)
    let long = String(repeating: "word ", count: 2500)
    for start in ["", "one\ntwo\r\nthree", "a\n" + long + "\nb\n" + long] {
      var editor = TextEditor(start)
      editor.fit(columns: columns, pageRows: 10)
      for _ in 0..<120 {
        editor.remember(places(of: editor.flow))
        let start = editor.text.scalarStart(atOrBefore: generator.below(editor.text.count + 1))
        let end = editor.text.scalarStart(atOrBefore: min(editor.text.count, start + generator.below(30)))
        let new = Self.parts[generator.below(Self.parts.count)]
        editor.replace(start..<max(start, end), with: new, cursor: 0, at: .zero)
        let anew = TextFlow(text: editor.text, columns: columns, repertoire: .unicode)
        #expect(rows(of: editor.flow) == rows(of: anew))
      }
      while editor.undo() {}
      editor.remember(places(of: editor.flow))
      #expect(
        rows(of: editor.flow) == rows(of: TextFlow(text: editor.text, columns: columns, repertoire: .unicode))
      )
    }
  }

  @Test func `forget the lines that an edit touches, and move the others`() {
    let flow = TextFlow(text: TextRope("one\ntwo\nthree\nfour\nfive"), columns: 20, repertoire: .unicode)
    let known = KnownPieces(places(of: flow).map(\.piece))
    // In `three`.
    let after = known.following(TextEditor.Change(range: 9..<10, count: 5))
    #expect(after.piece(at: 0)?.range == 0..<3)
    #expect(after.piece(at: 9) == nil)
    #expect(after.piece(at: 23)?.range == 23..<27)
    #expect(after.piece(at: 23)?.next == nil)
    #expect(after.piece(at: 18)?.next == 23)
  }
}
