import Terminal

/// What our own lines and marks are drawn with. The focus has a heavier line, so that it shows without color.
struct ChromeGlyphs: Equatable, Sendable {
  let horizontal, vertical, focusHorizontal: Glyph
  let focusMark: Glyph
  /// In a title that is a map of its text: what is on the screen, and where something is marked.
  let mapShown, mapMark, mapShownMark: Glyph

  init(_ symbols: SymbolSet = SymbolSet(), for terminal: Repertoire) {
    let glyph = { symbols.glyph($0, for: terminal) }
    (horizontal, vertical) = (glyph(.horizontal), glyph(.vertical))
    focusHorizontal = glyph(.focusHorizontal)
    focusMark = glyph(.focusMark)
    let isASCII = terminal == .ascii || symbols.repertoire == .ascii
    mapShown = Glyph(base: isASCII ? "=" : "═")
    mapMark = Glyph(base: isASCII ? "*" : "•")
    mapShownMark = Glyph(base: isASCII ? "#" : "╪")
  }
}
