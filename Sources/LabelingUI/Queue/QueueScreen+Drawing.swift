import Preference
import Terminal

extension QueueScreen {
  /// Draws all but the last line's notice; tells where the cursor is.
  func draw(on surface: inout Surface, glyphs: ChromeGlyphs) -> Position {
    let layout = QueueLayout(size: surface.size)
    drawTitle(on: &surface, in: layout.title, glyphs: glyphs)
    let verdicts = viewport.rows.compactMap { entry(at: $0).map { surface.columns(of: $0.verdict) } }
    let table = QueueTable(
      columns: surface.size.columns, highest: highestNumber, verdict: verdicts.max() ?? 0)
    if let heading = layout.heading { draw(table, heading: heading, on: &surface) }
    for (offset, position) in viewport.rows.enumerated() {
      draw(table, position: position, row: layout.list.origin.row + offset, on: &surface, glyphs: glyphs)
    }
    if total == 0, percentSearched == nil {
      surface.write(
        line.isEmpty ? "Nothing is in this list." : "Nothing in this list is like that.",
        at: Position(column: 1, row: layout.list.origin.row),
        columns: surface.size.columns - 1, role: .textMuted)
    }
    if let detail = layout.detail { drawDetail(on: &surface, in: detail) }
    drawHints(on: &surface, in: layout.lastLine)
    return drawSearch(on: &surface, in: layout.search)
  }

  private var highestNumber: Int {
    max(number, total ?? 0, viewport.rows.compactMap { entry(at: $0)?.number }.max() ?? 0)
  }

  private func drawTitle(on surface: inout Surface, in area: Rectangle, glyphs: ChromeGlyphs) {
    var title = PaneTitle(label: "List", labelRole: .paneTitle)
    title.badges = area.size.columns < 40 ? [filter.state.words] : [filter.state.words, filter.order.words]
    title.isFocused = true
    if let percentSearched { title.badges.append("\(percentSearched) % searched") }
    if let total { title.note = total == 0 ? "0" : "\(selection + 1)/\(total)" }
    title.draw(on: &surface, in: area, glyphs: glyphs)
  }

  private func drawSearch(on surface: inout Surface, in area: Rectangle) -> Position {
    surface.fill(area, role: .input)
    let start =
      1
      + surface.write(
        "/", at: Position(column: 1, row: area.origin.row), columns: 1, role: .statusKey)
    let position = Position(column: start, row: area.origin.row)
    let columns = area.size.columns - start - 1
    if line.isEmpty {
      surface.write(
        columns >= 37 ? " words of the prompt, an id, a number" : " words, an id", at: position,
        columns: columns, role: .inputPlaceholder)
    }
    let column =
      line.isEmpty ? start : line.draw(on: &surface, at: position, columns: columns, role: .input)
    return Position(column: column, row: area.origin.row)
  }

  /// The chosen one in words: `q-2 · begun: order C > A=B, comment`.
  private func drawDetail(on surface: inout Surface, in area: Rectangle) {
    surface.fill(area, role: .textMuted)
    guard let entry = selectedEntry else { return }
    let drafts = [entry.draftWords] + entry.begunElsewhere
    let begun = entry.hasDraft ? "begun: " + drafts.joined(separator: "; in another window: ") : nil
    surface.write(
      [entry.id, begun].compactMap(\.self).joined(separator: " · "),
      at: Position(column: 1, row: area.origin.row), columns: max(0, area.size.columns - 2),
      role: begun == nil ? .textMuted : .statusWarn)
  }

  private func drawHints(on surface: inout Surface, in area: Rectangle) {
    let discard = selectedEntry?.hasDraft == true ? ["^X discard draft"] : []
    KeyLine(
      hints: ["Enter opens", "Tab filter", line.isEmpty ? "Esc back" : "Esc clears"] + discard + [
        "^S order", "^F flag",
      ]
    )
    .draw(on: &surface, in: area)
  }
}

// MARK: - Rows

extension QueueScreen {
  private func draw(_ table: QueueTable, heading area: Rectangle, on surface: inout Surface) {
    for place in table.places {
      write(place.column.heading, in: place, row: area.origin.row, role: .textMuted, on: &surface)
    }
  }

  private func draw(
    _ table: QueueTable, position: Int, row: Int, on surface: inout Surface, glyphs: ChromeGlyphs
  ) {
    let isSelected = position == selection
    let line = Rectangle(column: 0, row: row, columns: surface.size.columns, rows: 1)
    surface.fill(line, role: isSelected ? .menuSelected : .text)
    if isSelected {
      surface.fill(
        Rectangle(column: 0, row: row, columns: 1, rows: 1), with: glyphs.focusMark, role: .gutterFocus)
    }
    guard let entry = entry(at: position) else { return }
    for place in table.places {
      let role: Role = isSelected ? .menuSelected : role(of: place.column, entry)
      write(place.column.text(of: entry), in: place, row: row, role: role, on: &surface)
    }
  }

  private func role(of column: QueueTable.Column, _ entry: QueueEntry) -> Role {
    switch column {
    case .prompt: entry.number == number ? .textStrong : .text
    case .number, .id, .runs, .raters, .time: .textMuted
    case .signs, .state: entry.hasDraft || entry.isFlagged ? .statusWarn : .textMuted
    case .verdict: .text
    }
  }

  private func write(
    _ text: String, in place: QueueTable.Place, row: Int, role: Role, on surface: inout Surface
  ) {
    let indent = place.column.isNumber ? max(0, place.columns - surface.columns(of: text)) : 0
    surface.write(
      text, at: Position(column: place.start + indent, row: row), columns: place.columns - indent, role: role)
  }
}
