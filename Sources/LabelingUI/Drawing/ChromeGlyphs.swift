import Terminal

/// What our own lines and marks are drawn with. The focus has heavier lines, so that it shows without color.
struct ChromeGlyphs: Equatable, Sendable {
  let lines: LineGlyphs
  let focusLines: LineGlyphs
  let focusMark: Glyph

  init(for repertoire: Repertoire) {
    self =
      switch repertoire {
      case .unicode: .unicode
      case .ascii: .ascii
      }
  }

  private init(lines: LineGlyphs, focusLines: LineGlyphs, focusMark: Glyph) {
    self.lines = lines
    self.focusLines = focusLines
    self.focusMark = focusMark
  }

  private static let unicode = ChromeGlyphs(lines: .unicode, focusLines: .heavy, focusMark: Glyph(base: "▌"))
  private static let ascii = ChromeGlyphs(lines: .ascii, focusLines: .ascii, focusMark: Glyph(base: ">"))
}
