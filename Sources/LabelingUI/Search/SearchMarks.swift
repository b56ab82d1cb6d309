import Terminal

/// What a search found, marked on the texts that are on the screen.
struct SearchMarks {
  private let search: Search
  private let screen: CompareScreen

  init(_ search: Search, on screen: CompareScreen) {
    self.search = search
    self.screen = screen
  }

  /// Marks all matches on the screen; tells where the current one begins, if it is among them.
  func draw(on surface: inout Surface, glyphs: ChromeGlyphs) -> Position? {
    guard !search.findings.matches.isEmpty else { return nil }
    for (pane, map, area) in screen.titleMaps {
      let indices = search.findings.indices(ofPane: pane)
      map.draw(search.findings.matches[indices], on: &surface, in: area, glyphs: glyphs)
    }
    var place: Position?
    for (pane, area) in areas { place = draw(pane, in: area, on: &surface) ?? place }
    return place
  }

  private var areas: [(pane: Int, area: Rectangle)] {
    let columns = screen.layout.columns.map { ($0.index + 1, $0.body) }
    guard let prompt = screen.layout.promptBody else { return columns }
    let body = Rectangle(
      column: prompt.origin.column + 1, row: prompt.origin.row, columns: max(0, prompt.size.columns - 1),
      rows: prompt.size.rows)
    return [(0, body)] + columns
  }

  private func draw(_ index: Int, in area: Rectangle, on surface: inout Surface) -> Position? {
    let indices = search.findings.indices(ofPane: index)
    let pane = screen.pane(index)
    guard !indices.isEmpty, let text = pane.wrapped else { return nil }
    let ranges = search.findings.matches[indices].map(\.range)
    let current = search.currentMatch.flatMap { $0.pane == index ? $0.range : nil }
    var place: Position?
    for offset in 0..<area.size.rows {
      guard let row = pane.row(at: offset) else { continue }
      let start = Position(column: area.origin.column, row: area.origin.row + offset)
      surface.mark(
        text, row: row, showing: ranges[...], at: start, columns: area.size.columns, role: .markMatch)
      guard let current else { continue }
      surface.mark(
        text, row: row, showing: [current], at: start, columns: area.size.columns, role: .markMatchCurrent)
      if place == nil, let first = text.columns(ofRow: row, showing: [current]).first {
        place = Position(column: start.column + first.lowerBound, row: start.row)
      }
    }
    return place
  }
}
