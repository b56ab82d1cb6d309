import Terminal

/// The texts, row by row.
extension EditorScreen {
  func drawRows(
    of places: [TextFlow.Place], on surface: inout Surface, glyphs: ChromeGlyphs,
    reusing drawn: inout DrawnRows<EditorLook, EditorRow>
  ) {
    let areas = [layout.original?.body, layout.text.body].compactMap(\.self)
    let top = areas.map(\.rows.lowerBound).min() ?? 0
    let end = min(surface.size.rows, areas.map(\.rows.upperBound).max() ?? 0)
    let rows = (top..<max(top, end)).map { editorRow($0, places, repertoire: surface.repertoire) }
    let look = EditorLook(
      size: surface.size, repertoire: surface.repertoire, glyphs: glyphs, layout: layout,
      original: originalPane.map { ShownText($0) })
    drawn.show(ShownLines(lines: rows.count) { line, _ in rows[line] }, look: look, top: top, on: &surface) {
      draw(rows[$0], inRow: top + $0, on: &$1, glyphs: glyphs)
    }
  }

  private func editorRow(_ row: Int, _ places: [TextFlow.Place], repertoire: Repertoire) -> EditorRow {
    var result = EditorRow()
    if let body = layout.original?.body, body.rows.contains(row) {
      result.original = originalPane?.part(at: row - body.origin.row)
    }
    let line = row - layout.text.body.origin.row
    if places.indices.contains(line) { result.edited = editedLine(places[line], repertoire: repertoire) }
    return result
  }

  private func editedLine(_ place: TextFlow.Place, repertoire: Repertoire) -> EditedLine {
    let range = place.range
    let start = place.piece.range.lowerBound
    let marks = tracking.marks.touching(range.lowerBound..<max(range.upperBound, range.lowerBound + 1))
    let selection = editor.selection.flatMap { $0.overlaps(range) ? $0 : nil }
    return EditedLine(
      text: ShownText(wrapped: place.piece.wrapped, marks: marks.map { $0.moved(by: -start) }),
      row: place.row,
      found: found(in: range).map { $0.moved(by: -start) },
      selection: selection.map { [RoleSpan(range: $0, role: .selection).moved(by: -start)] } ?? [],
      sign: range.isEmpty ? nil : DifferenceSign.glyph(for: marks, repertoire: repertoire))
  }

  /// Only while something is looked for or replaced.
  private func found(in range: Range<Int>) -> [RoleSpan] {
    switch prompt {
    case .find, .replace, .with, .replacing: break
    case nil, .leaving, .help: return []
    }
    return search.matches.filter { $0.overlaps(range) }.map { RoleSpan(range: $0, role: .markMatch) }
  }

  private func draw(
    _ row: EditorRow, inRow number: Int, on surface: inout Surface, glyphs: ChromeGlyphs
  ) {
    if let pane = originalPane, let place = layout.original, place.body.rows.contains(number) {
      let line = number - place.body.origin.row
      let gutter = place.gutter.row(line)
      surface.fill(gutter, role: .gutter)
      surface.fill(place.body.row(line), role: .text)
      pane.draw(line, on: &surface, in: place.body)
      pane.drawSign(ofLine: line, on: &surface, in: gutter, role: .gutter)
      drawSeparator(inRow: number, on: &surface, glyphs: glyphs)
    }
    let body = layout.text.body
    guard body.rows.contains(number) else { return }
    let line = number - body.origin.row
    surface.fill(body.row(line), role: .text)
    surface.fill(layout.text.gutter.row(line), with: row.edited?.sign ?? glyphs.focusMark, role: .gutterFocus)
    guard let edited = row.edited, let wrapped = edited.text.wrapped else { return }
    let place = Position(column: body.origin.column, row: number)
    surface.draw(wrapped, row: edited.row, at: place, columns: body.size.columns, role: .text)
    for spans in [edited.text.marks, edited.found, edited.selection] where !spans.isEmpty {
      surface.mark(wrapped, row: edited.row, at: place, columns: body.size.columns, spans: spans[...])
    }
  }
}

extension RoleSpan {
  /// Counted from another place; what is before that is cut off.
  fileprivate func moved(by distance: Int) -> RoleSpan {
    RoleSpan(range: max(0, range.lowerBound + distance)..<max(0, range.upperBound + distance), role: role)
  }
}

extension Rectangle {
  fileprivate func row(_ line: Int) -> Rectangle {
    Rectangle(column: origin.column, row: origin.row + line, columns: size.columns, rows: 1)
  }
}
