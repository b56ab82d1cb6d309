import Terminal

/// The list of keys, from the command table: what works now and, where something does not, why.
struct HelpScreen: Equatable, Sendable {
  enum Row: Equatable, Sendable {
    case section(String)
    case command(HelpEntry)
    /// What did not fit on the row of the command.
    case continuation(HelpEntry, row: Int)
    case blank
  }

  private let entries: [(section: CommandDefinition.Section, entries: [HelpEntry])]
  private(set) var rows: [Row] = []
  private(set) var viewport = Viewport()

  init(keymap: Keymap, context: CommandContext, size: Size, repertoire: Repertoire) {
    entries = CommandDefinition.Section.allCases.map { section in
      (
        section,
        CommandTable.definitions.filter { $0.section == section }.map {
          HelpEntry($0, bindings: keymap.bindings, context: context, repertoire: repertoire)
        }
      )
    }
    fit(size)
  }

  static func == (left: HelpScreen, right: HelpScreen) -> Bool {
    left.rows == right.rows && left.viewport == right.viewport
  }

  static func keyColumns(on size: Size) -> Int { min(18, size.columns / 3) }

  /// The title takes the first line, the hint the last.
  mutating func fit(_ size: Size) {
    let columns = max(1, size.columns - Self.keyColumns(on: size) - 3)
    rows = Array(
      entries.map { section, entries in
        [.section(section.rawValue)] + entries.flatMap { Self.rows(of: $0.wrapped(to: columns)) }
      }.joined(separator: [.blank]))
    viewport.resize(height: max(1, size.rows - 2), total: rows.count)
  }

  private static func rows(of entry: HelpEntry) -> [Row] {
    [.command(entry)] + (1..<max(1, entry.text.rowCount)).map { .continuation(entry, row: $0) }
  }

  mutating func scroll(_ command: Command?) {
    if let step = command?.scrollStep { viewport.scroll(step) }
  }
}
