import Testing

@testable import Terminal

@Suite struct `The difference of surfaces` {
  private func surface(_ rows: String..., role: Role = .text) -> Surface {
    var surface = Surface(size: Size(columns: 40, rows: max(1, rows.count)))
    for (row, text) in rows.enumerated() {
      surface.write(text, at: Position(column: 0, row: row), columns: 40, role: role)
    }
    return surface
  }

  @Test func `is nothing between equal rows`() {
    #expect(surface("one", "two").changes(inRow: 1, from: surface("1", "two")) == [])
    #expect(surface("one") == surface("one"))
    #expect(surface("one") != surface("two"))
  }

  @Test func `is the cells that changed`() {
    let old = surface("a....................................b")
    #expect(
      surface("x....................................y").changes(inRow: 0, from: old) == [0..<1, 37..<38])
    #expect(
      surface("a.......x....................y...z...b").changes(inRow: 0, from: old) == [8..<9, 29..<34])
  }

  @Test func `is what looks otherwise`() {
    #expect(surface("one", role: .hint).changes(inRow: 0, from: surface("one")) == [0..<3])
    #expect(surface("one", role: .hint) != surface("one"))
  }

  @Test func `does not begin or end within a wide glyph`() {
    #expect(surface("字字").changes(inRow: 0, from: surface("漢字")) == [0..<1])
    #expect(surface("a 字").changes(inRow: 0, from: surface("漢字")) == [0..<2])
    #expect(surface("漢字").changes(inRow: 0, from: surface("漢a b")) == [2..<5])
  }

  @Test func `tells marks apart, in whatever order they came`() {
    let acute = surface("xe\u{301} y")
    #expect(surface("xe\u{301} y").changes(inRow: 0, from: acute) == [])
    #expect(surface("xe\u{300} y").changes(inRow: 0, from: acute) == [1..<2])
    #expect(surface("xe y").changes(inRow: 0, from: acute) == [1..<2])
    var other = surface("o\u{308}", "")
    other.write("xe\u{301} y", at: Position(column: 0, row: 0), columns: 40, role: .text)
    #expect(other.changes(inRow: 0, from: surface("xe\u{301} y", "")) == [])
    #expect(other == surface("xe\u{301} y", ""))
  }

  @Test func `from a blank row is what is not blank`() {
    #expect(surface("a                b").changes(fromBlankInRow: 0) == [0..<1, 17..<18])
    #expect(surface("").changes(fromBlankInRow: 0) == [])
    #expect(surface("  ", role: .hint).changes(fromBlankInRow: 0) == [0..<2])
  }
}
