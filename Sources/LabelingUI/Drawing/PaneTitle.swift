import Terminal

/// The line above a text: `─ A ─ 1st ───────── 1–20/45 ─`. The focus has a double line and its own role.
struct PaneTitle: Equatable {
  let label: String
  let labelRole: Role
  var badges: [String] = []
  var note = ""
  var isFocused = false
  /// Of a text that does not fit.
  var map: PaneMap?

  init(label: String, labelRole: Role) {
    self.label = label
    self.labelRole = labelRole
  }

  /// What the rest of the line has room for, when it is a map.
  func mapArea(in area: Rectangle) -> Rectangle? {
    guard let repertoire = map?.pane.text.repertoire, !note.isEmpty else { return nil }
    // With room for the focus' brackets, so that the map stays where it is when the focus comes.
    let start = ([label] + badges).reduce(3) {
      $0 + TextWidth.columns(of: $1, repertoire: repertoire) + 3
    }
    let end = area.size.columns - TextWidth.columns(of: note, repertoire: repertoire) - 4
    guard end - start >= Self.leastMap else { return nil }
    return Rectangle(column: area.origin.column + start, row: area.origin.row, columns: end - start, rows: 1)
  }

  private static let leastMap = 8

  func draw(on surface: inout Surface, in area: Rectangle, glyphs: ChromeGlyphs) {
    surface.fill(
      area, with: isFocused ? glyphs.focusHorizontal : glyphs.horizontal,
      role: isFocused ? .borderFocus : .border)
    var column = 1
    func write(_ text: String, _ role: Role) {
      let room = area.size.columns - column - 1
      guard room > 2 else { return }
      let position = Position(column: area.origin.column + column, row: area.origin.row)
      column += surface.write(" \(text) ", at: position, columns: room, role: role) + 1
    }
    write(isFocused ? "[\(label)]" : label, isFocused ? .paneTitleFocus : labelRole)
    for badge in badges {
      let room = area.size.columns - column - 2
      guard let form = form(of: badge, fitting: room, on: surface) else { continue }
      write(form, .paneBadge)
    }
    drawNote(on: &surface, in: area, after: column)
    if let place = mapArea(in: area) {
      map?.draw(on: &surface, in: place, role: isFocused ? .borderFocus : .border, glyphs: glyphs)
    }
  }

  /// A place or a number of two letters says nothing: it is whole or not there. Of longer badges stands the sign that they begin
  /// with, and those without one are cut.
  private func form(of badge: String, fitting room: Int, on surface: Surface) -> String? {
    let columns = surface.columns(of: badge)
    if columns < room { return badge }
    let sign = badge.unicodeScalars.prefix { $0 != " " }
    if sign.count == 1, sign.first?.properties.isAlphabetic == false,
      sign.first?.properties.numericType == nil
    {
      return String(sign)
    }
    return columns > Self.longestWhole ? badge : nil
  }

  private static let longestWhole = 7

  private func drawNote(on surface: inout Surface, in area: Rectangle, after column: Int) {
    let columns = surface.columns(of: note) + 2
    let start = area.size.columns - columns - 1
    guard !note.isEmpty, start > column else { return }
    surface.write(
      " \(note) ", at: Position(column: area.origin.column + start, row: area.origin.row), columns: columns,
      role: .textMuted)
  }
}
