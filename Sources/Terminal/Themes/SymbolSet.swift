/// The marks that screens are drawn with. A theme may put others in their place.
package struct SymbolSet: Equatable, Sendable {
  package enum Symbol: String, CaseIterable, Hashable, Sendable {
    /// Lines above texts, and between them.
    case horizontal, vertical
    /// Above the text that has the focus: it must show without color.
    case focusHorizontal = "focus.horizontal"
    /// Beside the text that has the focus.
    case focusMark = "focus.mark"
  }

  /// What a theme's marks are taken from where it names none.
  package var repertoire: Repertoire
  package var glyphs: [Symbol: Glyph]

  package init(repertoire: Repertoire = .unicode, glyphs: [Symbol: Glyph] = [:]) {
    self.repertoire = repertoire
    self.glyphs = glyphs
  }

  /// What a terminal that shows that much gets.
  package func glyph(_ symbol: Symbol, for terminal: Repertoire) -> Glyph {
    if let glyph = glyphs[symbol], terminal == .unicode || glyph.base.isASCII { return glyph }
    return terminal == .ascii || repertoire == .ascii ? symbol.ascii : symbol.unicode
  }

  /// From a text that is shown as itself, in one column; `nil` from any other.
  package static func glyph(_ text: String) -> Glyph? {
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1,
      TextWidth.plainColumns(of: text, repertoire: .unicode) == 1
    else { return nil }
    return Glyph(base: scalar)
  }
}

extension SymbolSet.Symbol {
  fileprivate var unicode: Glyph {
    switch self {
    case .horizontal: LineGlyphs.unicode.horizontal
    case .vertical: LineGlyphs.unicode.vertical
    case .focusHorizontal: LineGlyphs.heavy.horizontal
    case .focusMark: Glyph(base: "▌")
    }
  }

  fileprivate var ascii: Glyph {
    switch self {
    case .horizontal, .focusHorizontal: LineGlyphs.ascii.horizontal
    case .vertical: LineGlyphs.ascii.vertical
    case .focusMark: Glyph(base: ">")
    }
  }
}
