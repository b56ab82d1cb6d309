import Terminal

/// What our own lines and marks are drawn with. The focus has heavier lines, so that it shows without color.
struct ChromeGlyphs: Equatable, Sendable {
  struct Lines: Equatable, Sendable {
    let horizontal, vertical: Glyph
  }

  let lines: Lines
  let focusLines: Lines
  let focusMark: Glyph
  /// In a title that is a map of its text: what is on the screen, and where something is marked.
  let mapShown, mapMark: Glyph

  init(_ symbols: SymbolSet = SymbolSet(), for terminal: Repertoire) {
    let glyph = { symbols.glyph($0, for: terminal) }
    lines = Lines(horizontal: glyph(.horizontal), vertical: glyph(.vertical))
    focusLines = Lines(horizontal: glyph(.focusHorizontal), vertical: glyph(.focusVertical))
    focusMark = glyph(.focusMark)
    let isASCII = terminal == .ascii || symbols.repertoire == .ascii
    mapShown = Glyph(base: isASCII ? "=" : "═")
    mapMark = Glyph(base: isASCII ? "*" : "•")
  }
}
