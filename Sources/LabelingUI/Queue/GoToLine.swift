import Terminal

/// The last line while the number or id of a comparison is typed.
struct GoToLine: Equatable, Sendable {
  var line = InputLine()

  func draw(on surface: inout Surface, in area: Rectangle) -> Position {
    surface.fill(area, role: .input)
    let row = area.origin.row
    let label = area.size.columns >= 60 ? "Go to number or id: " : "Go to: "
    let start =
      1
      + surface.write(
        label, at: Position(column: 1, row: row), columns: area.size.columns - 2, role: .statusKey)
    let column = line.draw(
      on: &surface, at: Position(column: start, row: row), columns: area.size.columns - start - 1,
      role: .input)
    return Position(column: column, row: row)
  }
}
