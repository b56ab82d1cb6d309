import Preference
import Terminal

extension CompareScreen {
  /// Draws all but the first and the last line; tells where the focus is.
  func draw(on surface: inout Surface, glyphs: ChromeGlyphs) -> Position {
    drawPrompt(on: &surface, glyphs: glyphs)
    if let strip = layout.strip { ColumnStrip(self).draw(on: &surface, in: strip) }
    for column in layout.columns { draw(column, on: &surface, glyphs: glyphs) }
    drawSeparators(on: &surface, glyphs: glyphs)
    let end = RankBar(self).draw(on: &surface, in: layout.rankBar)
    DifferenceStatus(self).draw(on: &surface, in: layout.rankBar, after: end)
    return cursor
  }

  private var cursor: Position {
    switch focus {
    case .prompt: layout.promptBody?.origin ?? layout.promptTitle?.origin ?? Position(column: 0, row: 0)
    case .column(let index):
      layout.columns.first { $0.index == index }.map { cursor(in: $0) } ?? Position(column: 0, row: 0)
    }
  }

  /// Where the last jump led, or the top.
  private func cursor(in place: CompareLayout.Column) -> Position {
    let pane = columns[place.index].pane
    let line = target.map { pane.shownRow(showing: $0) - pane.viewport.top } ?? 0
    return Position(
      column: place.body.origin.column,
      row: place.body.origin.row + (line >= 0 && line < place.body.size.rows ? line : 0))
  }

  private func drawPrompt(on surface: inout Surface, glyphs: ChromeGlyphs) {
    if let area = layout.promptTitle {
      var title = PaneTitle(label: "Prompt", labelRole: .paneTitle)
      title.isFocused = focus == .prompt
      title.note = prompt.pane.viewport.positionNote
      if layout.promptBody == nil { title.badges = [prompt.firstLine] }
      title.draw(on: &surface, in: area, glyphs: glyphs)
    }
    if let area = layout.promptBody {
      let gutter = Rectangle(origin: area.origin, size: Size(columns: 1, rows: area.size.rows))
      let body = Rectangle(
        column: 1, row: area.origin.row, columns: max(0, area.size.columns - 1), rows: area.size.rows)
      drawGutter(gutter, isFocused: focus == .prompt, on: &surface, glyphs: glyphs)
      prompt.pane.draw(on: &surface, in: body)
    }
  }

  private func draw(_ place: CompareLayout.Column, on surface: inout Surface, glyphs: ChromeGlyphs) {
    let column = columns[place.index]
    let isFocused = focus == .column(place.index)
    var title = PaneTitle(label: column.label, labelRole: column.role)
    title.isFocused = isFocused
    title.badges = badges(of: column)
    title.note = column.pane.viewport.positionNote
    title.draw(on: &surface, in: place.title, glyphs: glyphs)
    drawGutter(place.gutter, isFocused: isFocused, on: &surface, glyphs: glyphs)
    column.pane.draw(on: &surface, in: place.body)
    column.pane.drawSigns(on: &surface, in: place.gutter, role: isFocused ? .gutterFocus : .gutter)
    if column.isEmpty {
      surface.write(
        "(empty answer)", at: place.body.origin, columns: place.body.size.columns, role: .textMuted)
    }
  }

  private func badges(of column: RunColumn) -> [String] {
    var badges: [String] = []
    if layout.strip == nil, layout.columns.count < runCount {
      badges.append("of \(RunLabel.text(ofColumn: runCount - 1))")
    }
    if let tier = ranking.tier(of: column.candidate) { badges.append(ranking.placeText(ofTier: tier)) }
    badges += remarkBadges(of: column.candidate, repertoire: column.pane.text.repertoire)
    let hidden = column.pane.text.hiddenCount
    if hidden > 0 { badges.append("! \(hidden) hidden") }
    if column.pane.text.containsRightToLeft { badges.append("right to left") }
    let answers = answerWords(onCandidate: column.candidate)
    return answers.isEmpty ? badges : badges + [answers]
  }

  private func drawGutter(
    _ area: Rectangle, isFocused: Bool, on surface: inout Surface, glyphs: ChromeGlyphs
  ) {
    surface.fill(
      area, with: isFocused ? glyphs.focusMark : .space, role: isFocused ? .gutterFocus : .gutter)
  }

  private func drawSeparators(on surface: inout Surface, glyphs: ChromeGlyphs) {
    for column in layout.columns.dropLast() {
      surface.fill(
        Rectangle(
          column: column.body.columns.upperBound, row: column.title.origin.row, columns: 1,
          rows: column.title.size.rows + column.body.size.rows),
        with: glyphs.lines.vertical, role: .border)
    }
  }
}

extension TextPane {
  func draw(on surface: inout Surface, in area: Rectangle) {
    guard let wrapped else { return }
    for line in 0..<area.size.rows {
      let place = Position(column: area.origin.column, row: area.origin.row + line)
      if let row = row(at: line) {
        surface.draw(wrapped, row: row, at: place, columns: area.size.columns, role: .text)
        let offsets = wrapped.offsets(ofRow: row)
        for spans in [styles, marks] where !spans.isEmpty {
          surface.mark(
            wrapped, row: row, at: place, columns: area.size.columns, spans: spans.touching(offsets))
        }
      } else if isFiller(at: line) {
        surface.write("╌╌╌", at: place, columns: area.size.columns, role: .diffFiller)
      }
    }
  }

  /// Beside each row with marks, what they say.
  func drawSigns(on surface: inout Surface, in area: Rectangle, role: Role) {
    guard let wrapped, !marks.isEmpty else { return }
    for line in 0..<area.size.rows {
      guard let row = row(at: line), !wrapped.isBlank(row: row) else { continue }
      let spans = marks.touching(wrapped.offsets(ofRow: row))
      guard let sign = DifferenceSign.glyph(for: spans, repertoire: surface.repertoire) else { continue }
      let place = Position(column: area.origin.column, row: area.origin.row + line)
      surface.fill(
        Rectangle(origin: place, size: Size(columns: area.size.columns, rows: 1)), with: sign, role: role)
    }
  }
}

extension Viewport {
  /// `12–40/210` where there is more than shows.
  var positionNote: String {
    showsAll || height == 0 ? "" : "\(rows.lowerBound + 1)–\(rows.upperBound)/\(total)"
  }
}
