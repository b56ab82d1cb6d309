import Terminal

/// The last line of a screen with keys of its own: as many of the hints as have room, each whole.
struct KeyLine: Equatable {
  /// The most important first.
  let hints: [String]

  func draw(on surface: inout Surface, in area: Rectangle) {
    surface.fill(area, role: .hint)
    surface.write(
      text(fitting: area.size.columns - 2, for: surface.repertoire),
      at: Position(column: 1, row: area.origin.row),
      columns: max(0, area.size.columns - 1), role: .hint)
  }

  func draw(on surface: inout Surface) {
    draw(
      on: &surface,
      in: Rectangle(column: 0, row: surface.size.rows - 1, columns: surface.size.columns, rows: 1))
  }

  func text(fitting columns: Int, for repertoire: Repertoire) -> String {
    hints.reduce("") { text, hint in
      let longer = text.isEmpty ? hint : text + "  " + hint
      return TextWidth.columns(of: longer, repertoire: repertoire) <= columns ? longer : text
    }
  }
}
