/// What one cell, or two neighboring ones, shows: a base scalar with at most four combining marks.
///
/// Only `SanitizedText` makes glyphs from text, so a glyph is always safe to hand to the terminal.
package struct Glyph: Hashable, Sendable {
  package let base: Unicode.Scalar
  /// Kept apart so that a glyph has the alignment of a scalar: a cell is then half as large as with a vector in it.
  private let mark1, mark2, mark3, mark4: UInt32
  /// Cells taken: 1 or 2; 0 for the second cell of a wide glyph.
  package let width: UInt8

  package init(base: Unicode.Scalar, marks: SIMD4<UInt32> = .zero, width: UInt8 = 1) {
    self.base = base
    mark1 = marks.x
    mark2 = marks.y
    mark3 = marks.z
    mark4 = marks.w
    self.width = width
  }

  /// The scalars that combine with the base, first to last; 0 where there is none.
  package var marks: SIMD4<UInt32> { SIMD4(mark1, mark2, mark3, mark4) }

  package var hasMarks: Bool { mark1 != 0 }

  package static let space = Glyph(base: " ")
}

extension Glyph {
  /// How many marks a cell holds; ncurses drops what exceeds them without a word.
  static let markLimit = 4

  /// The glyph with one more mark, or `nil` when it holds all it can.
  func adding(mark: Unicode.Scalar) -> Glyph? {
    var marks = marks
    for slot in 0..<Glyph.markLimit where marks[slot] == 0 {
      marks[slot] = mark.value
      return Glyph(base: base, marks: marks, width: width)
    }
    return nil
  }

  /// The glyph's scalars as text.
  package var text: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(base)
    for slot in 0..<Glyph.markLimit {
      guard let mark = Unicode.Scalar(marks[slot]), mark.value != 0 else { break }
      scalars.append(mark)
    }
    return String(scalars)
  }
}
