import Preference
import Terminal

extension ReasonsPanel {
  /// Behind the letter of what lacks an answer.
  static let missingSign = "!"

  /// With its title and the last line of the screen; never more than half the screen.
  func rows(on size: Size, showing screen: CompareScreen?) -> Int {
    bodyRows(of: layout(on: size, showing: screen), on: size) + 2
  }

  private func layout(on size: Size, showing screen: CompareScreen?) -> ReasonsLayout {
    ReasonsLayout(
      self, answers: screen?.remarks.answers ?? [:], drafts: screen?.laidAside ?? [],
      unasked: screen?.unaskedWords ?? "", columns: max(1, size.columns - 2),
      repertoire: screen?.repertoire ?? .unicode)
  }

  private func bodyRows(of layout: ReasonsLayout, on size: Size) -> Int {
    min(layout.rows.count, max(1, size.rows / 2 - 1))
  }

  /// Below the runs, which stay readable above it.
  ///
  /// - Parameter covered: Rows above the last line that a notice is drawn over: the question in focus stands above them.
  func draw(
    on surface: inout Surface, showing screen: CompareScreen?, covered: Int = 0, glyphs: ChromeGlyphs
  ) -> Position {
    let size = surface.size
    let layout = layout(on: size, showing: screen)
    let bodyRows = bodyRows(of: layout, on: size)
    let top = max(0, size.rows - bodyRows - 2)
    let height = max(1, bodyRows - covered)
    drawTitle(
      missing: missing(in: screen?.remarks.answers ?? [:]), on: &surface, row: top,
      hidden: layout.rows.count - height, glyphs: glyphs)
    var viewport = Viewport(height: height, total: layout.rows.count)
    let first = layout.row(ofCriterion: selected)
    viewport.reveal(row: first + layout.rows(ofCriterion: selected) - 1)
    viewport.reveal(row: first)
    for (offset, index) in viewport.rows.enumerated() {
      draw(layout.rows[index], on: &surface, row: top + 1 + offset, glyphs: glyphs)
    }
    let focus = Position(column: 1, row: top + 1 + first - viewport.top)
    return drawLastLine(on: &surface) ?? focus
  }

  /// `A! ─ [B] ─ C`: A lacks an answer, B is answered about.
  private func drawTitle(
    missing: [AnswerSlot], on surface: inout Surface, row: Int, hidden: Int, glyphs: ChromeGlyphs
  ) {
    var title = PaneTitle(label: "Why", labelRole: .paneTitle)
    title.badges = places.enumerated().map { index, place in
      let isMissing = missing.contains { $0.candidate == place.candidate }
      let label = place.label + (isMissing ? Self.missingSign : "")
      return index == placeIndex ? "[\(label)]" : label
    }
    title.note = hidden > 0 ? "\(selected + 1)/\(criteria.count)" : ""
    title.draw(
      on: &surface, in: Rectangle(column: 0, row: row, columns: surface.size.columns, rows: 1), glyphs: glyphs
    )
  }

  private func draw(_ row: ReasonsLayout.Row, on surface: inout Surface, row line: Int, glyphs: ChromeGlyphs)
  {
    let columns = surface.size.columns
    let isSelected = row.criterion == selected
    surface.fill(
      Rectangle(column: 0, row: line, columns: columns, rows: 1), role: isSelected ? .menuSelected : .menu)
    if isSelected {
      surface.fill(
        Rectangle(column: 0, row: line, columns: 1, rows: 1), with: glyphs.focusMark, role: .menuSelected)
    }
    var column = row.isFirst ? 1 : 1 + 4
    for group in row.pieces {
      for piece in group {
        // In the row in focus every role would need to be legible on the selection.
        column += surface.write(
          piece.text, at: Position(column: column, row: line), columns: max(0, columns - column - 1),
          role: isSelected ? .menuSelected : piece.role)
      }
      column += 2
    }
  }

  /// What is typed, or the keys; tells where the cursor stands in what is typed.
  private func drawLastLine(on surface: inout Surface) -> Position? {
    let row = surface.size.rows - 1
    let columns = surface.size.columns
    let area = Rectangle(column: 0, row: row, columns: columns, rows: 1)
    guard let line else {
      surface.fill(area, role: .hint)
      surface.write(
        hint(fitting: columns - 1), at: Position(column: 1, row: row), columns: columns - 1, role: .hint)
      return nil
    }
    surface.fill(area, role: .input)
    let start =
      1
      + surface.write(
        "\(criterion.label): ", at: Position(column: 1, row: row), columns: max(8, columns / 2),
        role: .statusKey)
    let cursor = line.draw(
      on: &surface, at: Position(column: start, row: row), columns: columns - start - 1, role: .input)
    return Position(column: cursor, row: row)
  }

  private func hint(fitting columns: Int) -> String {
    let enter = decision == nil ? "" : "Enter saves  "
    let tab = places.count > 1 ? "Tab next  " : ""
    let forms = [
      enter + tab + "letters and digits answer  Backspace clears  Esc closes",
      enter + tab + "Backspace clears  Esc closes", enter + tab + "Esc closes",
      (enter.isEmpty ? "" : "Enter  ") + (tab.isEmpty ? "" : "Tab  ") + "Esc",
    ]
    return forms.first { $0.utf8.count <= columns } ?? "Esc"
  }
}
