import Terminal

extension InspectorScreen {
  private static let heads = ["shown as", "code", "name", "times", "line"]

  func draw(on surface: inout Surface, glyphs: ChromeGlyphs) -> Position {
    let columns = surface.size.columns
    var title = PaneTitle(label: "Hidden characters in \(label)", labelRole: .paneTitle)
    let unseen = characters.reduce(0) { $0 + ($1.isFolded ? $1.count : 0) }
    if unseen > 0 { title.badges = ["\(unseen) cannot be seen"] }
    title.note = viewport.positionNote
    title.draw(on: &surface, in: Rectangle(column: 0, row: 0, columns: columns, rows: 1), glyphs: glyphs)
    draw(Self.heads, on: &surface, row: 1, role: .textMuted)
    for (offset, index) in viewport.rows.enumerated() {
      draw(characters[index], isSelected: index == selected, on: &surface, row: 2 + offset, glyphs: glyphs)
    }
    KeyLine(hints: ["Esc closes", "Enter shows the first of them", "Up Down"]).draw(on: &surface)
    return Position(column: 0, row: 2 + selected - viewport.top)
  }

  private func draw(
    _ character: HiddenCharacter, isSelected: Bool, on surface: inout Surface, row: Int, glyphs: ChromeGlyphs
  ) {
    if isSelected {
      surface.fill(
        Rectangle(column: 0, row: row, columns: surface.size.columns, rows: 1), role: .menuSelected)
      surface.fill(
        Rectangle(column: 0, row: row, columns: 1, rows: 1), with: glyphs.focusMark, role: .menuSelected)
    }
    draw(
      [
        character.token, character.codePoint, character.name, String(character.count), String(character.line),
      ], on: &surface, row: row, role: isSelected ? .menuSelected : .text)
  }

  /// The name stands last, so that it can be cut; narrow screens leave out how many and where.
  private func draw(_ cells: [String], on surface: inout Surface, row: Int, role: Role) {
    let columns = surface.size.columns
    let places =
      columns < 60
      ? [(0, 1, 10), (1, 12, 9), (2, 22, columns - 23)]
      : [(0, 1, 10), (1, 12, 9), (3, 22, 6), (4, 29, 6), (2, 36, columns - 37)]
    for (cell, column, columns) in places where column + 1 < surface.size.columns {
      surface.write(
        cells[cell], at: Position(column: column, row: row),
        columns: max(1, min(columns, surface.size.columns - column)), role: role)
    }
  }
}
