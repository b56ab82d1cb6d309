import Terminal
import Testing

@testable import LabelingUI

@Suite("A drawn row")
struct DrawnRowTests {
  private func surface(columns: Int = 10, repertoire: Repertoire = .unicode) -> Surface {
    Surface(size: Size(columns: columns, rows: 3), repertoire: repertoire)
  }

  private func show(
    _ value: String, in drawn: inout DrawnRow<String>, on surface: inout Surface, row: Int = 1
  ) -> Bool {
    var isDrawn = false
    drawn.show(value, inRow: row, of: &surface) { value, surface in
      isDrawn = true
      surface.write(value, at: Position(column: 0, row: row), columns: 10, role: .status)
    }
    return isDrawn
  }

  @Test func `is taken over for as long as its value is the same`() {
    var drawn = DrawnRow<String>()
    var (first, second, third) = (surface(), surface(), surface())
    #expect(show("one", in: &drawn, on: &first))
    #expect(!show("one", in: &drawn, on: &second, row: 2))
    #expect(second.row(2) == first.row(1))
    #expect(show("two", in: &drawn, on: &third))
    #expect(third.rowsOfText[1] == "two       ")
  }

  @Test func `is drawn anew at another width and on another terminal`() {
    var drawn = DrawnRow<String>()
    var (first, wide, plain) = (surface(), surface(columns: 12), surface(columns: 12, repertoire: .ascii))
    _ = show("one", in: &drawn, on: &first)
    #expect(show("one", in: &drawn, on: &wide))
    #expect(show("one", in: &drawn, on: &plain))
  }

  @Test func `that is written on later stays as it was`() {
    var drawn = DrawnRow<String>()
    var (first, second) = (surface(), surface())
    _ = show("one", in: &drawn, on: &first)
    first.write("x", at: Position(column: 0, row: 1), columns: 1, role: .text)
    _ = show("one", in: &drawn, on: &second)
    #expect(second.rowsOfText[1] == "one       ")
  }
}
