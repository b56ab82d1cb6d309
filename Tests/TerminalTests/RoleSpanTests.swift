import Testing

@testable import Terminal

@Suite("Role spans")
struct RoleSpanTests {
  @Test func `stretches of a row get their roles, wide glyphs whole, tokens none`() {
    let text = SanitizedText("ab空c\u{202E}d e")
    let wrapped = WrappedText(text, columns: 20)
    var surface = Surface(size: Size(columns: 22, rows: 1))
    let origin = Position(column: 1, row: 0)
    surface.draw(wrapped, row: 0, at: origin, columns: 20, role: .text)
    let spans = [RoleSpan(range: 1..<5, role: .diffAdded), RoleSpan(range: 5..<100, role: .diffChanged)]
    surface.mark(wrapped, row: 0, at: origin, columns: 20, spans: spans[...])
    let roles = (0..<22).map { surface[Position(column: $0, row: 0)].role }
    #expect(roles[0...1].allSatisfy { $0 == .text })
    #expect(roles[2...4].allSatisfy { $0 == .diffAdded })
    #expect(roles[5] == .diffChanged)
    #expect(roles[6] == .textEscape)
    #expect(roles.last == .text)
  }

  @Test func `blanks at the end of a row have no role`() {
    let wrapped = WrappedText(SanitizedText("one two three"), columns: 8)
    var surface = Surface(size: Size(columns: 8, rows: 2))
    for row in 0..<2 {
      let origin = Position(column: 0, row: row)
      surface.draw(wrapped, row: row, at: origin, columns: 8, role: .text)
      let span = RoleSpan(range: 0..<13, role: .diffChanged)
      surface.mark(wrapped, row: row, at: origin, columns: 8, spans: [span])
    }
    let marked = (0..<2).map { row in
      (0..<8).filter { surface[Position(column: $0, row: row)].role == .diffChanged }.count
    }
    #expect(marked == [7, 5])
  }

  @Test func `only what touches a row is looked at`() {
    let spans = [0..<2, 4..<6, 9..<12].map { RoleSpan(range: $0, role: .diffAdded) }
    #expect(spans.touching(2..<4).isEmpty)
    #expect(spans.touching(5..<9).map(\.range) == [4..<6])
    #expect(spans.touching(0..<100).count == 3)
  }

  @Test func `every row of wrapped text shows its own stretch of the original`() {
    let wrapped = WrappedText(SanitizedText("one two three\n\nfour"), columns: 8)
    let rows = (0..<wrapped.rowCount).map { wrapped.offsets(ofRow: $0) }
    #expect(rows.map(\.lowerBound) == [0, 8, 14, 15])
    #expect(rows.dropLast().map(\.upperBound) == [8, 14, 15])
  }
}
