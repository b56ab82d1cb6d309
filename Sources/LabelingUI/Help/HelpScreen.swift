import Terminal

/// The list of commands: what works now and, where something does not, why. Typing filters it; Enter carries out the one that
/// is selected.
struct HelpScreen: Equatable, Sendable {
  struct Row: Equatable, Sendable {
    enum Content: Equatable, Sendable {
      case section(String)
      case command(HelpEntry)
      /// What did not fit on the row of the command.
      case continuation(HelpEntry, row: Int)
      case blank
    }

    let content: Content
    let command: Command?
  }

  /// The title, the filter, the hints.
  static let chromeRows = 3

  let keymap: Keymap
  private let repertoire: Repertoire
  private var sections: [(name: String, entries: [HelpEntry])]
  private var size: Size
  private(set) var filter = ""
  /// What Enter carries out; `nil` if nothing matches.
  private(set) var selected: Command?
  private(set) var rows: [Row] = []
  private(set) var viewport = Viewport()
  /// Why Enter did nothing.
  var notice: Notice?

  init(keymap: Keymap, context: CommandContext, size: Size, repertoire: Repertoire) {
    self.keymap = keymap
    self.repertoire = repertoire
    self.size = size
    sections = []
    use(context)
  }

  static func == (left: HelpScreen, right: HelpScreen) -> Bool {
    left.rows == right.rows && left.viewport == right.viewport && left.filter == right.filter
      && left.selected == right.selected && left.notice == right.notice && left.keymap == right.keymap
  }

  static func keyColumns(on size: Size) -> Int { min(20, size.columns / 3) }

  /// Takes up what can be carried out now.
  mutating func use(_ context: CommandContext) {
    sections = CommandDefinition.Section.allCases.map { section in
      (
        section.rawValue,
        CommandTable.definitions.filter { $0.section == section }.map {
          HelpEntry($0, bindings: keymap.bindings, context: context, repertoire: repertoire)
        }
      )
    }
    layOut()
  }

  mutating func fit(_ size: Size) {
    self.size = size
    layOut()
  }

  private mutating func layOut() {
    let columns = max(1, size.columns - Self.keyColumns(on: size) - 3)
    let words = filter.lowercased().split(separator: " ")
    let shown = sections.compactMap { section -> [Row]? in
      let entries = section.entries.filter { $0.matches(words) }
      guard !entries.isEmpty else { return nil }
      return [Row(content: .section(section.name), command: nil)]
        + entries.flatMap { Self.rows(of: $0.wrapped(to: columns)) }
    }
    rows = Array(shown.joined(separator: [Row(content: .blank, command: nil)]))
    let commands = matches
    if selected.map({ !commands.contains($0) }) ?? true { selected = commands.first }
    viewport.resize(height: max(1, size.rows - Self.chromeRows), total: rows.count)
    reveal()
  }

  private static func rows(of entry: HelpEntry) -> [Row] {
    (0..<max(1, entry.text.rowCount)).map { row in
      Row(content: row == 0 ? .command(entry) : .continuation(entry, row: row), command: entry.command)
    }
  }

  /// The commands that the filter lets through, in the order of the list.
  var matches: [Command] {
    rows.compactMap { if case .command(let entry) = $0.content { entry.command } else { nil } }
  }

  /// The whole command shows, and the name of its section where it is the first.
  private mutating func reveal() {
    let indices = rows.indices.filter { rows[$0].command == selected && selected != nil }
    guard let first = indices.first, let last = indices.last else { return }
    viewport.reveal(row: last)
    viewport.reveal(row: first > 0 && rows[first - 1].command == nil ? first - 1 : first)
  }
}

// MARK: - What the rater does

extension HelpScreen {
  mutating func type(_ scalar: Unicode.Scalar) { search(filter + String(scalar)) }

  mutating func deleteLast() { search(String(String.UnicodeScalarView(filter.unicodeScalars.dropLast()))) }

  mutating func clear() { search("") }

  /// The selection goes to the first match.
  private mutating func search(_ text: String) {
    filter = text
    selected = nil
    viewport.scrollToStart()
    layOut()
  }

  mutating func move(_ step: ScrollStep) {
    let commands = matches
    guard let selected, let index = commands.firstIndex(of: selected) else { return }
    let page = max(1, viewport.height / 2)
    let target =
      switch step {
      case .lines(let count): index + count
      case .pages(let count): index + count * page
      case .toTop: 0
      case .toBottom: commands.count - 1
      }
    self.selected = commands[max(0, min(target, commands.count - 1))]
    reveal()
  }
}
