import Terminal

/// The last line while the number or id of a comparison is typed.
struct GoToLine: Equatable, Sendable {
  var line = InputLine()

  /// The cursor stands before it.
  private static let placeholders = [
    " a number, an id or how an id begins", " a number or an id", " number, id",
  ]

  func draw(on surface: inout Surface, in area: Rectangle) -> Position {
    surface.fill(area, role: .input)
    let row = area.origin.row
    let label = "Go to: "
    let start =
      1
      + surface.write(
        label, at: Position(column: 1, row: row), columns: area.size.columns - 2, role: .statusKey)
    let (position, columns) = (Position(column: start, row: row), area.size.columns - start - 1)
    guard !line.isEmpty else {
      let placeholder = Self.placeholders.first { surface.columns(of: $0) <= columns } ?? ""
      surface.write(placeholder, at: position, columns: columns, role: .inputPlaceholder)
      return position
    }
    let column = line.draw(on: &surface, at: position, columns: columns, role: .input)
    return Position(column: column, row: row)
  }
}
