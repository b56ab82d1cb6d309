import Terminal

/// What may follow the keys that were pressed: over the bottom of the screen, until the next key.
struct KeyGuide: Equatable {
  struct Entry: Equatable {
    let keys: String
    let title: String

    func columns(for repertoire: Repertoire) -> Int {
      TextWidth.columns(of: keys + " " + title, repertoire: repertoire)
    }
  }

  private static let gap = 3
  private let beginning: String
  let entries: [Entry]

  init(_ keys: KeySequence, keymap: Keymap) {
    beginning = keys.text
    entries = keymap.continuations(of: keys).compactMap { keys, command in
      CommandTable.definition(of: command).map { Entry(keys: keys.text, title: $0.title) }
    }
  }

  /// Entries in rows that are read from left to right; what does not fit in half the screen is counted.
  func rows(fitting size: Size, repertoire: Repertoire) -> [[Entry]] {
    let width = width(for: repertoire)
    let perRow = max(1, (size.columns - 1) / max(1, width))
    let mostRows = max(1, size.rows / 2 - 1)
    let starts = stride(from: 0, to: entries.count, by: perRow).prefix(mostRows)
    return starts.map { Array(entries[$0..<min($0 + perRow, entries.count)]) }
  }

  /// Of each entry, with the gap behind it.
  private func width(for repertoire: Repertoire) -> Int {
    (entries.map { $0.columns(for: repertoire) }.max() ?? 0) + Self.gap
  }

  func draw(on surface: inout Surface, glyphs: ChromeGlyphs) {
    let size = surface.size
    let rows = rows(fitting: size, repertoire: surface.repertoire)
    let top = max(0, size.rows - rows.count - 1)
    var title = PaneTitle(label: beginning + " …", labelRole: .paneTitle)
    let hidden = entries.count - rows.reduce(0) { $0 + $1.count }
    title.note = hidden > 0 ? "\(hidden) more" : "Esc gives up"
    title.draw(
      on: &surface, in: Rectangle(column: 0, row: top, columns: size.columns, rows: 1), glyphs: glyphs)
    for (offset, row) in rows.enumerated() { draw(row, on: &surface, at: top + 1 + offset) }
  }

  private func draw(_ row: [Entry], on surface: inout Surface, at line: Int) {
    let end = surface.size.columns
    surface.fill(Rectangle(column: 0, row: line, columns: end, rows: 1), role: .menu)
    let width = width(for: surface.repertoire)
    for (index, entry) in row.enumerated() {
      var column = 1 + index * width
      func write(_ text: String, _ role: Role) {
        column +=
          surface.write(
            text, at: Position(column: column, row: line), columns: max(0, end - column), role: role) + 1
      }
      write(entry.keys, .helpKey)
      write(entry.title, .menu)
    }
  }
}
