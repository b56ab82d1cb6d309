import Terminal

/// What our own lines and marks are drawn with. The focus has heavier lines, so that it shows without color.
package struct ChromeGlyphs: Equatable, Sendable {
  let lines: LineGlyphs
  let focusLines: LineGlyphs
  let focusMark: Glyph

  package static let unicode = ChromeGlyphs(lines: .unicode, focusLines: .heavy, focusMark: Glyph(base: "▌"))
  /// For terminals that show ASCII only.
  package static let ascii = ChromeGlyphs(lines: .ascii, focusLines: .ascii, focusMark: Glyph(base: ">"))
}
