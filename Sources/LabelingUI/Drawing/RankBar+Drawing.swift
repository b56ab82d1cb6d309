import Terminal

extension RankBar {
  /// Returns the column behind what was written.
  @discardableResult
  func draw(on surface: inout Surface, in area: Rectangle) -> Int {
    guard area.size.rows > 0 else { return 0 }
    surface.fill(area, role: .text)
    var column = 1
    for piece in pieces(fitting: area.size.columns - 1) {
      surface.write(
        piece.words, at: Position(column: column, row: area.origin.row),
        columns: max(0, area.size.columns - column), role: piece.role)
      column += surface.columns(of: piece.text)
    }
    return column
  }
}
