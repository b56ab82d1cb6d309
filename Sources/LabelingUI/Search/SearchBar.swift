import Terminal

/// The last line while a search is typed: `/sky            3/17 in B · 41 in all  M-c case  M-r pattern`.
struct SearchBar: Equatable {
  let search: Search

  /// Draws the line and tells where its cursor is.
  func draw(on surface: inout Surface, in area: Rectangle) -> Position {
    surface.fill(area, role: .input)
    let row = area.origin.row
    let label = search.query.flags + "/"
    let labelColumns = surface.write(
      label, at: Position(column: 1, row: row), columns: area.size.columns - 1, role: .statusKey)
    let start = 1 + labelColumns
    let end = drawStatus(on: &surface, in: area, from: start)
    let column =
      search.line?.draw(
        on: &surface, at: Position(column: start, row: row), columns: end - start, role: .input) ?? start
    return Position(column: column, row: row)
  }

  /// Stands on the right, and leaves room for what is typed; tells where it begins.
  private func drawStatus(on surface: inout Surface, in area: Rectangle, from start: Int) -> Int {
    let typed = surface.columns(of: search.line?.text ?? "") + 1
    let room = area.size.columns - start - 1
    let (hints, status) = (Self.hints, search.status)
    let wanted = status.isEmpty ? hints : status + "  " + hints
    let text = [wanted, status].first { surface.columns(of: $0) + 1 + typed <= room } ?? status
    let columns = min(surface.columns(of: text), max(0, room - min(typed, room / 3) - 1))
    guard columns > 0 else { return area.size.columns - 1 }
    let position = Position(column: area.size.columns - 1 - columns, row: area.origin.row)
    surface.write(
      text, at: position, columns: columns, role: search.isFault ? .inputError : .inputPlaceholder)
    return position.column - 1
  }

  private static let hints = "M-c case  M-r pattern  Enter stay  Esc back"
}
