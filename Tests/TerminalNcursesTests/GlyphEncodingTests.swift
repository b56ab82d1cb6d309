import Terminal
import Testing

@testable import TerminalNcurses

@Suite struct GlyphEncodingTests {
  @Test func `a UTF-8 terminal gets every glyph as it is`() {
    let cell = Cell(glyph: Glyph(base: "漢", width: 2), role: .run1)
    #expect(GlyphEncoding.utf8.showable(cell) == cell)
  }

  @Test(
    arguments: [("│", "|"), ("─", "-"), ("┼", "+"), ("…", "."), ("▌", "|"), ("↪", ">")]
      as [(Unicode.Scalar, Unicode.Scalar)])
  func `an ASCII terminal gets the likeness of a line, in the same role`(
    line: Unicode.Scalar, likeness: Unicode.Scalar
  ) {
    let cell = GlyphEncoding.ascii.showable(Cell(glyph: Glyph(base: line), role: .border))
    #expect(cell == Cell(glyph: Glyph(base: likeness), role: .border))
  }

  @Test func `what has no likeness keeps its columns and takes the role of escapes`() {
    let wide = GlyphEncoding.ascii.showable(Cell(glyph: Glyph(base: "漢", width: 2), role: .text))
    #expect(wide == Cell(glyph: Glyph(base: "?", width: 2), role: .textEscape))
  }

  @Test func `a letter with a mark is not passed for the bare letter`() {
    let marked = Glyph(base: "e", marks: SIMD4(0x301, 0, 0, 0))
    #expect(GlyphEncoding.ascii.showable(Cell(glyph: marked, role: .text)).role == .textEscape)
  }
}
