import TestSupport
import Testing

@testable import Terminal

/// Whether each wide glyph has both its cells, and no second cell stands alone.
func hasWholeGlyphs(_ surface: Surface) -> Bool {
  (0..<surface.size.rows).allSatisfy { row in
    (0..<surface.size.columns).allSatisfy { column in
      let width = surface[Position(column: column, row: row)].glyph.width
      let previous = column > 0 ? surface[Position(column: column - 1, row: row)].glyph.width : 1
      let isLast = column + 1 == surface.size.columns
      return (width == 0) == (previous == 2) && !(width == 2 && isLast)
    }
  }
}

@Suite struct `A surface` {
  let origin = Position(column: 0, row: 0)

  func surface(_ columns: Int, _ rows: Int = 1) -> Surface {
    Surface(size: Size(columns: columns, rows: rows))
  }

  @Test func `cuts a line that is too long and says so`() {
    var surface = surface(10)
    #expect(surface.write("status line", at: origin, columns: 8, role: .status) == 8)
    #expect(surface.rowsOfText == ["status …  "])
    #expect(surface.write("fits", at: origin, columns: 4, role: .status) == 4)
    #expect(surface.rowsOfText == ["fitsus …  "])
  }

  @Test func `cuts before a wide glyph that does not fit`() {
    var surface = surface(6)
    #expect(surface.write("漢字漢字", at: origin, columns: 6, role: .text) == 5)
    #expect(surface.rowsOfText == ["漢字… "])
    #expect(surface.write("漢字漢", at: origin, columns: 6, role: .text) == 6)
    #expect(surface.rowsOfText == ["漢字漢"])
  }

  @Test func `cuts at the edge of the surface`() {
    var surface = surface(6)
    #expect(surface.write("abcdef", at: Position(column: 3, row: 0), columns: 10, role: .text) == 3)
    #expect(surface.rowsOfText == ["   ab…"])
    #expect(surface.write("abc", at: Position(column: 3, row: 1), columns: 10, role: .text) == 0)
    #expect(surface.write("abc", at: Position(column: 6, row: 0), columns: 10, role: .text) == 0)
    #expect(surface.write("abc", at: origin, columns: -1, role: .text) == 0)
  }

  @Test func `writes what begins left of it from its edge on`() {
    var surface = surface(4)
    surface.write("漢字漢字", at: Position(column: -1, row: 0), columns: 8, role: .text)
    #expect(surface.rowsOfText == [" 字…"])
    #expect(hasWholeGlyphs(surface))
  }

  @Test func `writes tokens in the role of escapes`() {
    var surface = surface(12)
    surface.write("a\u{1B}b\nc", at: origin, columns: 12, role: .status)
    #expect(surface.rowsOfText == ["a^[b␊c      "])
    #expect(
      surface.cells.prefix(6).map(\.role) == [
        .status, .textEscape, .textEscape, .status, .textEscape, .status,
      ])
  }

  @Test func `writes our own words in plain characters where the terminal has no others`() {
    var surface = Surface(size: Size(columns: 30, rows: 1), repertoire: .ascii)
    #expect(surface.write("3/18 · 1–20 ▌ = … ", at: origin, columns: 30, role: .status) == 20)
    #expect(surface.rowsOfText == ["3/18 - 1-20 | = ...           "])
    #expect(surface.cells.prefix(20).allSatisfy { $0.role == .status })
  }

  @Test func `marks a cut with dots where the terminal shows ASCII only`() {
    var surface = Surface(size: Size(columns: 10, rows: 1), repertoire: .ascii)
    #expect(surface.write("status line", at: origin, columns: 8, role: .status) == 8)
    #expect(surface.rowsOfText == ["statu...  "])
    #expect(surface.write("status", at: origin, columns: 2, role: .status) == 2)
    #expect(surface.rowsOfText == ["..atu...  "])
    #expect(surface.write("ab漢", at: origin, columns: 9, role: .status) == 5)
    #expect(surface.rowsOfText == ["ab......  "])
    #expect(surface.write("a\nbé", at: origin, columns: 10, role: .status) == 10)
    #expect(surface.rowsOfText == ["a^Jb\\u{E9}"])
    #expect(surface.cells.map { $0.role == .textEscape }.filter { $0 }.count == 8)
  }

  @Test(arguments: 0..<6)
  func `leaves no half of a wide glyph`(column: Int) {
    for text in ["a", "漢"] {
      var surface = surface(6)
      surface.write("漢字漢", at: origin, columns: 6, role: .text)
      surface.write(text, at: Position(column: column, row: 0), columns: 2, role: .text)
      #expect(hasWholeGlyphs(surface))
    }
  }

  @Test func `clips what is drawn outside`() {
    var surface = surface(4, 2)
    surface.fill(
      Rectangle(column: -3, row: -1, columns: 5, rows: 9), with: Glyph(base: "x"), role: .menu)
    #expect(surface.rowsOfText == ["xx  ", "xx  "])
    surface.fill(
      Rectangle(column: 1, row: 1, columns: 3, rows: 1), with: Glyph(base: "漢", width: 2),
      role: .menu)
    #expect(surface.rowsOfText == ["xx  ", "x漢 "])
    #expect(hasWholeGlyphs(surface))
    surface.setRole(.selection, in: Rectangle(column: 3, row: 0, columns: 9, rows: 9))
    #expect(surface[Position(column: 3, row: 1)].role == .selection)
  }

  @Test func `gives a wide glyph one role`() {
    var surface = surface(4)
    surface.write("a漢b", at: origin, columns: 4, role: .text)
    surface.setRole(.selection, in: Rectangle(column: 0, row: 0, columns: 2, rows: 1))
    #expect(surface.cells.map(\.role) == [.selection, .selection, .selection, .text])
    surface.setRole(.hint, in: Rectangle(column: 2, row: 0, columns: 2, rows: 1))
    #expect(surface.cells.map(\.role) == [.selection, .selection, .selection, .hint])
  }

  @Test func `draws a row blank to its end`() {
    var surface = surface(8)
    surface.write("........", at: origin, columns: 8, role: .text)
    let text = WrappedText(SanitizedText("abcd 漢字"), columns: 5)
    surface.draw(text, row: 1, at: Position(column: 1, row: 0), columns: 5, role: .run1)
    #expect(surface.rowsOfText == [".漢字 .."])
    surface.draw(text, row: 2, at: Position(column: 1, row: 0), columns: 5, role: .run1)
    #expect(surface.rowsOfText == [".     .."])
    surface.draw(text, row: 1, at: Position(column: 0, row: 0), columns: 3, role: .run1)
    #expect(surface.rowsOfText == ["漢    .."])
  }

  @Test func `shows what it holds as text, with the roles`() {
    var surface = surface(12, 4)
    surface.fill(
      Rectangle(column: 0, row: 0, columns: 12, rows: 1), with: LineGlyphs.heavy.horizontal,
      role: .borderFocus)
    surface.fill(
      Rectangle(column: 5, row: 1, columns: 1, rows: 3), with: LineGlyphs.ascii.vertical,
      role: .border)
    surface.write("漢\u{301}\u{1B}", at: Position(column: 7, row: 1), columns: 4, role: .status)
    expectSnapshot(surface.snapshot, named: "surface")
  }

  @Test func `shows a frame with cursor and title`() {
    let frame = Frame(
      surface: surface(2), cursor: Position(column: 1, row: 0), isCursorVisible: true, title: "t")
    #expect(frame.snapshot == "2x1\n|  |\nroles\n|..|\ncursor 1,0 visible\ntitle t\n")
  }
}
