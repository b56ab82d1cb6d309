/// What one cell, or two neighboring ones, shows: a base scalar with at most four combining marks.
///
/// Only `SanitizedText` makes glyphs from text, so a glyph is always safe to hand to the terminal.
package struct Glyph: Hashable, Sendable {
  package let base: Unicode.Scalar
  /// The scalars that combine with the base, first to last; 0 where there is none.
  package let marks: SIMD4<UInt32>
  /// Cells taken: 1 or 2; 0 for the second cell of a wide glyph.
  package let width: UInt8

  package init(base: Unicode.Scalar, marks: SIMD4<UInt32> = .zero, width: UInt8 = 1) {
    self.base = base
    self.marks = marks
    self.width = width
  }

  package static let space = Glyph(base: " ")
  /// Stands in the cell that the wide glyph to its left covers.
  package static let continuation = Glyph(base: " ", width: 0)
}
