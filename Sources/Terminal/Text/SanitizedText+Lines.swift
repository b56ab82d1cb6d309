extension SanitizedText {
  /// What is shown of each line, for output that is no grid of cells. Tabs are blanks.
  package var shownLines: [String] {
    lines.indices.map { line in
      var shown = ""
      for index in elements(of: line) {
        if elements[index].kind == .tab { shown.append(" ") } else { append(elements[index], to: &shown) }
      }
      return shown
    }
  }

  private func append(_ element: TextElement, to shown: inout String) {
    var glyphs = ""
    showGlyphs(of: element, at: 0, in: 80) { glyph, _ in glyphs += glyph.text }
    shown += glyphs
  }
}
