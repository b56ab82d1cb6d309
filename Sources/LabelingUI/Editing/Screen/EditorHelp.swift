import Terminal

/// The list of the editor's keys.
struct EditorHelp: Equatable, Sendable {
  private let lines: [String]
  private(set) var viewport = Viewport()

  init(_ bindings: EditorKeyBindings, size: Size) {
    lines = Array(
      EditorCommandDefinition.Section.allCases.map { section in
        [section.rawValue]
          + EditorCommandTable.definitions.filter { $0.section == section }.flatMap { definition in
            Self.rows(bindings.text(of: definition.command), definition.help, columns: size.columns - 2)
          }
      }.joined(separator: [""]))
    fit(size)
  }

  private static func rows(_ keys: String, _ help: String, columns: Int) -> [String] {
    let indent = min(24, columns / 3)
    let wrapped = WrappedText(SanitizedText(help), columns: max(8, columns - indent))
    let shown = (0..<wrapped.rowCount).map { row in
      // A row of the text has the blank at its end, for which the screen has no column.
      let bytes = Array(help.utf8)[wrapped.offsets(ofRow: row).clamped(to: 0..<help.utf8.count)]
      return String(decoding: bytes.last == 0x20 ? bytes.dropLast() : bytes, as: UTF8.self)
    }
    let padding = String(repeating: " ", count: max(1, indent - keys.unicodeScalars.count - 2))
    let first =
      keys.unicodeScalars.count + 2 < indent ? ["  " + keys + padding + (shown.first ?? "")] : ["  " + keys]
    let rest =
      first[0].unicodeScalars.count > keys.unicodeScalars.count + 2 ? Array(shown.dropFirst()) : shown
    return first + rest.map { String(repeating: " ", count: indent) + $0 }
  }

  mutating func fit(_ size: Size) {
    viewport.resize(height: max(1, size.rows - 2), total: lines.count)
  }

  /// `false` if the key closes the list.
  mutating func press(_ key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.down, []): viewport.scroll(lines: 1)
    case (.up, []): viewport.scroll(lines: -1)
    case (.pageDown, []), (.character(" "), []): viewport.scroll(pages: 1)
    case (.pageUp, []): viewport.scroll(pages: -1)
    case (.home, []): viewport.scrollToStart()
    case (.end, []): viewport.scrollToEnd()
    default: return false
    }
    return true
  }

  func draw(on surface: inout Surface, glyphs: ChromeGlyphs) -> Position {
    let columns = surface.size.columns
    surface.fill(surface.bounds, role: .text)
    var title = PaneTitle(label: "Keys of the editor", labelRole: .paneTitle)
    title.note = viewport.positionNote
    title.draw(on: &surface, in: Rectangle(column: 0, row: 0, columns: columns, rows: 1), glyphs: glyphs)
    for (offset, row) in viewport.rows.enumerated() {
      let isHead = lines[row].first != " "
      surface.write(
        lines[row], at: Position(column: 1, row: 1 + offset), columns: columns - 2,
        role: isHead ? .helpSection : .helpText)
    }
    let area = Rectangle(column: 0, row: surface.size.rows - 1, columns: columns, rows: 1)
    surface.fill(area, role: .hint)
    surface.write(
      " Up Down PgUp PgDn scroll  any other key closes", at: area.origin, columns: columns, role: .hint)
    return Position(column: 0, row: 1)
  }
}
