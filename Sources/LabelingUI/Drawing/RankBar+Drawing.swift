import Terminal

extension RankBar {
  /// Returns the column behind what was written.
  @discardableResult
  func draw(on surface: inout Surface, in area: Rectangle) -> Int {
    guard area.size.rows > 0 else { return 0 }
    surface.fill(area, role: .text)
    let room = area.size.columns - 1
    let pieces = pieces(fitting: room)
    // The last placed run is what the rater looks for: a line that is still too long loses its beginning.
    var skipped = 0
    while width(of: Array(pieces.dropFirst(skipped))) > room, skipped < pieces.count - 1 {
      skipped += 1
    }
    var column = 1
    for piece in pieces.dropFirst(skipped) {
      column += surface.write(
        piece.text, at: Position(column: column, row: area.origin.row),
        columns: max(0, area.size.columns - column), role: piece.role)
    }
    return column
  }
}
