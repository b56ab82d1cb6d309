/// One cell of a surface: what it shows, and in which role. The theme turns the role into a style when it is presented.
package struct Cell: Hashable, Sendable {
  package var glyph: Glyph
  package var role: Role

  package init(glyph: Glyph, role: Role) {
    self.glyph = glyph
    self.role = role
  }

  package static let blank = Cell(glyph: .space, role: .text)
}
