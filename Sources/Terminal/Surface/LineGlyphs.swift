/// The glyphs that lines and boxes are drawn with.
package struct LineGlyphs: Equatable, Sendable {
  package let horizontal, vertical: Glyph
  package let upperLeft, upperRight, lowerLeft, lowerRight: Glyph

  private init(_ horizontal: Unicode.Scalar, _ vertical: Unicode.Scalar, corners: [Unicode.Scalar]) {
    self.horizontal = Glyph(base: horizontal)
    self.vertical = Glyph(base: vertical)
    upperLeft = Glyph(base: corners[0])
    upperRight = Glyph(base: corners[1])
    lowerLeft = Glyph(base: corners[2])
    lowerRight = Glyph(base: corners[3])
  }

  package static let unicode = LineGlyphs("─", "│", corners: ["┌", "┐", "└", "┘"])
  /// For the part that has the focus, so that it shows without color.
  package static let heavy = LineGlyphs("━", "┃", corners: ["┏", "┓", "┗", "┛"])
  package static let ascii = LineGlyphs("-", "|", corners: ["+", "+", "+", "+"])
}
