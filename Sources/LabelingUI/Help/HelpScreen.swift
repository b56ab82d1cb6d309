import Terminal

/// The list of commands: what works now and, where something does not, why; then what the signs on the screen say. Typing filters
/// it; Enter carries out the command that is selected.
struct HelpScreen: Equatable, Sendable {
  /// The title, the filter, the hints.
  static let chromeRows = 3

  let keymap: Keymap
  private let repertoire: Repertoire
  private let glyphs: ChromeGlyphs
  private var sections: [HelpSection]
  private var size: Size
  private(set) var columns: HelpColumns
  private(set) var filter = ""
  /// `nil` if nothing matches.
  private(set) var selection: HelpEntry.Subject?
  private var layout: HelpRows
  private(set) var viewport = Viewport()
  /// Why Enter did nothing.
  var notice: Notice?

  init(
    keymap: Keymap, context: CommandContext, size: Size, repertoire: Repertoire, glyphs: ChromeGlyphs? = nil
  ) {
    self.keymap = keymap
    self.repertoire = repertoire
    self.glyphs = glyphs ?? ChromeGlyphs(for: repertoire)
    self.size = size
    sections = []
    columns = HelpColumns(count: 1, on: size)
    layout = HelpRows([], in: columns)
    use(context)
  }

  static func == (left: HelpScreen, right: HelpScreen) -> Bool {
    left.layout == right.layout && left.viewport == right.viewport && left.filter == right.filter
      && left.selection == right.selection && left.notice == right.notice && left.keymap == right.keymap
  }

  var rows: [HelpRows.Row] { layout.all }

  /// What Enter carries out; `nil` if nothing matches or a sign is selected.
  var selected: Command? { if case .command(let command) = selection { command } else { nil } }

  /// Takes up what can be carried out now.
  mutating func use(_ context: CommandContext) {
    let commands = CommandDefinition.Section.allCases.map { section in
      HelpSection(
        name: section.rawValue,
        entries: CommandTable.definitions.filter { $0.section == section }.map {
          HelpEntry($0, bindings: keymap.bindings, context: context, repertoire: repertoire)
        })
    }
    let signs = ScreenSign.allCases.map { HelpEntry($0, glyphs: glyphs, repertoire: repertoire) }
    sections = commands + [HelpSection(name: "Signs", entries: signs)]
    divide()
  }

  mutating func fit(_ size: Size) {
    self.size = size
    divide()
  }

  /// As few columns as show the whole list. They do not follow the filter, lest texts move while one types.
  private mutating func divide() {
    let (sections, size) = (self.sections, self.size)
    let most = HelpColumns.most(on: size)
    let choices = (1...most).lazy.map { HelpColumns(count: $0, on: size) }
    columns =
      choices.first { $0.fits(rows: HelpRows(sections, in: $0).all.count) }
      ?? HelpColumns(count: most, on: size)
    layOut()
  }

  private mutating func layOut() {
    let words = filter.lowercased().split(separator: " ")
    layout = HelpRows(sections.map { $0.matching(words) }, in: columns)
    let subjects = layout.subjects
    if selection.map({ !subjects.contains($0) }) ?? true { selection = subjects.first }
    columns.resize(&viewport, rows: rows.count)
    reveal()
  }

  /// The commands that the filter lets through, in the order of the list.
  var matches: [Command] {
    layout.subjects.compactMap { if case .command(let command) = $0 { command } else { nil } }
  }

  private mutating func reveal() {
    if let stretch = selection.flatMap(layout.stretch) { columns.reveal(stretch, in: &viewport) }
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
    selection = nil
    viewport.scrollToStart()
    layOut()
  }

  mutating func move(_ step: ScrollStep) {
    let subjects = layout.subjects
    guard let selection, let index = subjects.firstIndex(of: selection) else { return }
    let page = max(1, columns.height / 2)
    let target =
      switch step {
      case .lines(let count): index + count
      case .pages(let count): index + count * page
      case .toTop: 0
      case .toBottom: subjects.count - 1
      }
    self.selection = subjects[max(0, min(target, subjects.count - 1))]
    reveal()
  }

  /// To what stands beside the selection, a column further; `false` if there is but one.
  mutating func move(columns count: Int) -> Bool {
    guard columns.count > 1 else { return false }
    guard let row = selection.flatMap({ subject in rows.firstIndex { $0.subject == subject } }) else {
      return true
    }
    let top = (row / columns.height + count) * columns.height
    if let subject = layout.subject(nearest: row + count * columns.height, in: top..<top + columns.height) {
      selection = subject
      reveal()
    }
    return true
  }
}
