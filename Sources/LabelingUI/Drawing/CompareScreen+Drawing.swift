import Preference
import Terminal

extension CompareScreen {
  /// Draws all but the first and the last line; tells where the focus is.
  func draw(on surface: inout Surface, glyphs: ChromeGlyphs, reusing drawn: inout DrawnFrame) -> Position {
    drawPrompt(on: &surface, glyphs: glyphs)
    if let strip = layout.strip { ColumnStrip(self).draw(on: &surface, in: strip) }
    for column in layout.columns { drawTitle(of: column, on: &surface, glyphs: glyphs) }
    drawRuns(on: &surface, glyphs: glyphs, reusing: &drawn.runs)
    let area = layout.rankBar
    drawn.order.show(OrderLine(self), inRow: area.origin.row, of: &surface) { $0.draw(on: &$1, in: area) }
    return cursor
  }

  /// What runs share looks without color as what a search found does, and leaves the marks to it.
  var withoutSharedMarks: CompareScreen {
    var screen = self
    for place in layout.columns {
      screen.columns[place.index].pane.marks.removeAll { $0.role == .diffShared }
    }
    return screen
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
    if let area = layout.promptTitle { promptTitle.draw(on: &surface, in: area, glyphs: glyphs) }
    if let area = layout.promptBody {
      let gutter = Rectangle(origin: area.origin, size: Size(columns: 1, rows: area.size.rows))
      let body = Rectangle(
        column: 1, row: area.origin.row, columns: max(0, area.size.columns - 1), rows: area.size.rows)
      drawGutter(gutter, isFocused: focus == .prompt, on: &surface, glyphs: glyphs)
      prompt.pane.draw(on: &surface, in: body)
      if prompt.pane.viewport.top == 0 { write(prompt.missing, of: "prompt", in: body, on: &surface) }
    }
  }

  private func drawTitle(
    of place: CompareLayout.Column, on surface: inout Surface, glyphs: ChromeGlyphs
  ) {
    title(ofColumn: place.index).draw(on: &surface, in: place.title, glyphs: glyphs)
    if place.title.size.rows > 0 {
      drawSeparator(behind: place, row: place.title.origin.row, on: &surface, glyphs)
    }
  }

  private var promptTitle: PaneTitle {
    var title = PaneTitle(label: "Prompt", labelRole: .paneTitle)
    title.isFocused = focus == .prompt
    title.note = prompt.pane.viewport.positionNote
    title.map = PaneMap(prompt.pane)
    title.badges = prompt.pane.text.badges + (layout.promptBody == nil ? [prompt.firstLine] : [])
    return title
  }

  private func title(ofColumn index: Int) -> PaneTitle {
    let column = columns[index]
    var title = PaneTitle(label: column.label, labelRole: column.role)
    title.isFocused = focus == .column(index)
    title.badges = badges(of: column)
    title.note = column.pane.viewport.positionNote
    title.map = PaneMap(column.pane)
    return title
  }

  /// The titles of the panes on the screen that are maps, with their places; panes as matches count them.
  var titleMaps: [(pane: Int, map: PaneMap, area: Rectangle)] {
    let titles =
      [layout.promptTitle.map { (0, promptTitle, $0) }].compactMap(\.self)
      + layout.columns.map { ($0.index + 1, title(ofColumn: $0.index), $0.title) }
    return titles.compactMap { pane, title, area in
      guard let map = title.map, let place = title.mapArea(in: area) else { return nil }
      return (pane, map, place)
    }
  }

  private func badges(of column: RunColumn) -> [String] {
    var badges: [String] = []
    if let tier = ranking.tier(of: column.candidate) { badges.append(ranking.placeText(ofTier: tier)) }
    if layout.strip == nil, layout.columns.count < comparedColumns.count,
      let place = comparedColumns.firstIndex(where: { columns[$0].candidate == column.candidate })
    {
      badges.append("\(place + 1) of \(comparedColumns.count)")
    }
    badges += remarkBadges(of: column.candidate, repertoire: column.pane.text.repertoire)
    badges += column.pane.text.badges
    let answers = answerWords(onCandidate: column.candidate)
    return answers.isEmpty ? badges : badges + [answers]
  }

  /// The texts side by side, row by row.
  private func drawRuns(on surface: inout Surface, glyphs: ChromeGlyphs, reusing drawn: inout DrawnRuns) {
    guard let body = layout.columns.first?.body else { return }
    let lines = ShownLines(
      lines: min(body.size.rows, surface.size.rows - body.origin.row), texts: layout.columns.count
    ) { columns[layout.columns[$1].index].pane.part(at: $0) }
    let look = RunsLook(
      size: surface.size, repertoire: surface.repertoire, glyphs: glyphs, columns: layout.columns,
      focus: focus == .prompt ? nil : focusedColumn,
      texts: layout.columns.map { ShownText(columns[$0.index].pane) })
    drawn.show(lines, look: look, top: body.origin.row, on: &surface) { line, surface in
      for place in layout.columns { draw(line, of: place, on: &surface, glyphs: glyphs) }
    }
    for place in layout.columns {
      write(columns[place.index].missing, of: "answer", in: place.body, on: &surface)
    }
  }

  private func write(
    _ missing: MissingText?, of kind: String, in area: Rectangle, on surface: inout Surface
  ) {
    guard let missing else { return }
    surface.write(
      missing.words(for: kind), at: area.origin, columns: area.size.columns, role: .textMuted)
  }

  private func draw(
    _ line: Int, of place: CompareLayout.Column, on surface: inout Surface, glyphs: ChromeGlyphs
  ) {
    let pane = columns[place.index].pane
    let isFocused = focus == .column(place.index)
    let gutter = Rectangle(
      column: place.gutter.origin.column, row: place.gutter.origin.row + line,
      columns: place.gutter.size.columns, rows: 1)
    drawGutter(gutter, isFocused: isFocused, on: &surface, glyphs: glyphs)
    pane.draw(line, on: &surface, in: place.body)
    pane.drawSign(ofLine: line, on: &surface, in: gutter, role: isFocused ? .gutterFocus : .gutter)
    drawSeparator(behind: place, row: place.body.origin.row + line, on: &surface, glyphs)
  }

  private func drawGutter(
    _ area: Rectangle, isFocused: Bool, on surface: inout Surface, glyphs: ChromeGlyphs
  ) {
    surface.fill(
      area, with: isFocused ? glyphs.focusMark : .space, role: isFocused ? .gutterFocus : .gutter)
  }

  private func drawSeparator(
    behind place: CompareLayout.Column, row: Int, on surface: inout Surface, _ glyphs: ChromeGlyphs
  ) {
    guard place.index != layout.columns.last?.index else { return }
    surface.fill(
      Rectangle(column: place.body.columns.upperBound, row: row, columns: 1, rows: 1),
      with: glyphs.vertical, role: .border)
  }
}

extension TextPane {
  /// What a line shows.
  enum Part: Equatable, Sendable {
    case row(Int)
    case filler
    case blank
  }

  func draw(on surface: inout Surface, in area: Rectangle) {
    for line in 0..<area.size.rows { draw(line, on: &surface, in: area) }
  }

  /// One line of those.
  func draw(_ line: Int, on surface: inout Surface, in area: Rectangle) {
    guard let wrapped else { return }
    let place = Position(column: area.origin.column, row: area.origin.row + line)
    switch part(at: line) {
    case .row(let row):
      surface.draw(wrapped, row: row, at: place, columns: area.size.columns, role: .text)
      let offsets = wrapped.offsets(ofRow: row)
      for spans in [styles, marks] where !spans.isEmpty {
        surface.mark(
          wrapped, row: row, at: place, columns: area.size.columns, spans: spans.touching(offsets))
      }
    case .filler: surface.write("╌╌╌", at: place, columns: area.size.columns, role: .diffFiller)
    case .blank: break
    }
  }

  /// What a line of the pane shows.
  func part(at line: Int) -> Part {
    if let row = row(at: line) { return .row(row) }
    return isFiller(at: line) ? .filler : .blank
  }

  /// Beside each row with marks, what they say.
  func drawSigns(on surface: inout Surface, in area: Rectangle, role: Role) {
    for line in 0..<area.size.rows {
      let cell = Rectangle(
        column: area.origin.column, row: area.origin.row + line, columns: area.size.columns, rows: 1)
      drawSign(ofLine: line, on: &surface, in: cell, role: role)
    }
  }

  func drawSign(ofLine line: Int, on surface: inout Surface, in cell: Rectangle, role: Role) {
    guard let wrapped, !marks.isEmpty, let row = row(at: line), !wrapped.isBlank(row: row) else { return }
    let spans = marks.touching(wrapped.offsets(ofRow: row))
    guard let sign = DifferenceSign.glyph(for: spans, repertoire: surface.repertoire) else { return }
    surface.fill(cell, with: sign, role: role)
  }
}

extension Viewport {
  /// `12–40/210` where there is more than shows.
  var positionNote: String {
    showsAll || height == 0 ? "" : "\(rows.lowerBound + 1)–\(rows.upperBound)/\(total)"
  }
}

extension SanitizedText {
  /// What a title says of the characters in a text.
  fileprivate var badges: [String] {
    [
      hiddenCount > 0 ? "! \(hiddenCount) hidden" : nil, unseenCount > 0 ? "\(unseenCount) unseen" : nil,
      readsRightToLeft ? "right to left" : nil,
    ].compactMap(\.self)
  }
}
