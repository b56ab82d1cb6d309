/// The glyphs that lines are drawn with.
package struct LineGlyphs: Equatable, Sendable {
  package let horizontal, vertical: Glyph

  private init(_ horizontal: Unicode.Scalar, _ vertical: Unicode.Scalar) {
    self.horizontal = Glyph(base: horizontal)
    self.vertical = Glyph(base: vertical)
  }

  package static let unicode = LineGlyphs("─", "│")
  /// For the part that has the focus, so that it shows without color.
  package static let heavy = LineGlyphs("━", "┃")
  package static let ascii = LineGlyphs("-", "|")
}
