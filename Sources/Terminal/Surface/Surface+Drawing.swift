extension Surface {
  /// Fills a part with one glyph.
  package mutating func fill(_ area: Rectangle, with glyph: Glyph = .space, role: Role) {}

  /// Writes one line of our own or foreign text, sanitized; what exceeds `columns` is cut and ends in `…`.
  ///
  /// - Returns: the number of columns written.
  @discardableResult
  package mutating func write(_ text: String, at position: Position, columns: Int, role: Role) -> Int { 0 }

  /// Draws one row of wrapped text, blank to the end of `columns`. Tokens in place of hidden characters are drawn in
  /// `text.escape`.
  package mutating func draw(
    _ text: WrappedText, row: Int, at position: Position, columns: Int, role: Role
  ) {}

  /// Gives cells another role and leaves what they show.
  package mutating func setRole(_ role: Role, in area: Rectangle) {}
}
