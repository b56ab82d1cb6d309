import Terminal

/// The line above a text: `─ A ─ 1st ───────── 1–20/45 ─`. The focus has a double line and its own role.
struct PaneTitle: Equatable {
  let label: String
  let labelRole: Role
  var badges: [String] = []
  var note = ""
  var isFocused = false

  init(label: String, labelRole: Role) {
    self.label = label
    self.labelRole = labelRole
  }

  func draw(on surface: inout Surface, in area: Rectangle, glyphs: ChromeGlyphs) {
    surface.fill(
      area, with: (isFocused ? glyphs.focusLines : glyphs.lines).horizontal,
      role: isFocused ? .borderFocus : .border)
    var column = 1
    func write(_ text: String, _ role: Role) {
      let room = area.size.columns - column - 1
      guard room > 2 else { return }
      let position = Position(column: area.origin.column + column, row: area.origin.row)
      column += surface.write(" \(text) ", at: position, columns: room, role: role) + 1
    }
    write(isFocused ? "[\(label)]" : label, isFocused ? .paneTitleFocus : labelRole)
    for badge in badges { write(badge, .paneBadge) }
    drawNote(on: &surface, in: area, after: column)
  }

  private func drawNote(on surface: inout Surface, in area: Rectangle, after column: Int) {
    let columns = TextWidth.columns(of: note) + 2
    let start = area.size.columns - columns - 1
    guard !note.isEmpty, start > column else { return }
    surface.write(
      " \(note) ", at: Position(column: area.origin.column + start, row: area.origin.row), columns: columns,
      role: .textMuted)
  }
}
