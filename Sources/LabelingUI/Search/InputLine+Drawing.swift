import Terminal

extension InputLine {
  /// Draws the line so that the cursor shows, and tells in which column that is.
  func draw(on surface: inout Surface, at position: Position, columns: Int, role: Role) -> Int {
    guard columns > 0 else { return position.column }
    let role = isSelected ? .selection : role
    let hidden = scalarsToHide(columns: columns, on: surface)
    let before = InputLine.shown(scalars[hidden..<cursor])
    var column = surface.write(before, at: position, columns: columns, role: role)
    let cursorColumn = position.column + min(column, columns - 1)
    let rest = InputLine.shown(scalars[cursor...].prefix(columns))
    column += surface.write(
      rest, at: Position(column: position.column + column, row: position.row), columns: columns - column,
      role: role)
    return cursorColumn
  }

  /// How much of the beginning has no room when the cursor is to have a cell of its own.
  private func scalarsToHide(columns: Int, on surface: Surface) -> Int {
    var start = max(0, cursor - columns)
    while start < cursor, surface.columns(of: InputLine.shown(scalars[start..<cursor])) >= columns {
      start += 1
    }
    return start
  }

  private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
