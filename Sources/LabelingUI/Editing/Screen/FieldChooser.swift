import Preference
import StrictJSON
import Terminal

/// Which part of a structured output is to be corrected.
struct FieldChooser: Equatable, Sendable {
  enum Outcome: Equatable {
    case stays, closes
    /// `nil`: all of it, as JSON.
    case chooses(String?)
  }

  let candidate: Int
  /// What is chosen goes to the rater's own editor at once.
  var leadsOutside = false
  private let fields: [CorrectionField]
  /// `corrected`, `draft` or nothing for each field, and last for all of the output.
  private let states: [String]
  private(set) var selected = 0
  private(set) var viewport = Viewport()

  init(candidate: Int, fields: [CorrectionField], states: [String] = [], size: Size) {
    self.candidate = candidate
    self.fields = fields
    self.states = states
    fit(size)
  }

  mutating func fit(_ size: Size) {
    viewport.resize(height: max(1, size.rows - 2), total: fields.count + 1)
    viewport.reveal(row: selected)
  }

  mutating func press(_ key: Key) -> Outcome {
    switch (key.code, key.modifiers) {
    case (.down, []), (.character("j"), []), (.tab, []), (.character("n"), .control): move(by: 1)
    case (.up, []), (.character("k"), []), (.tab, .shift), (.character("p"), .control): move(by: -1)
    case (.home, []): move(by: -fields.count)
    case (.end, []): move(by: fields.count)
    case (.enter, []): return .chooses(selected < fields.count ? fields[selected].key : nil)
    default: return .closes
    }
    return .stays
  }

  private mutating func move(by step: Int) {
    selected = max(0, min(selected + step, fields.count))
    viewport.reveal(row: selected)
  }

  func draw(on surface: inout Surface, glyphs: ChromeGlyphs) -> Position {
    let columns = surface.size.columns
    surface.fill(surface.bounds, role: .text)
    let title = PaneTitle(label: "Which part is to be corrected?", labelRole: .paneTitle)
    title.draw(on: &surface, in: Rectangle(column: 0, row: 0, columns: columns, rows: 1), glyphs: glyphs)
    for (offset, index) in viewport.rows.enumerated() {
      draw(index, on: &surface, row: 1 + offset, glyphs: glyphs)
    }
    let area = Rectangle(column: 0, row: surface.size.rows - 1, columns: columns, rows: 1)
    surface.fill(area, role: .hint)
    surface.write(" Enter opens it  Up Down  Esc closes", at: area.origin, columns: columns, role: .hint)
    return Position(column: 0, row: 1 + selected - viewport.top)
  }

  private func draw(_ index: Int, on surface: inout Surface, row: Int, glyphs: ChromeGlyphs) {
    let columns = surface.size.columns
    let role: Role = index == selected ? .menuSelected : .menu
    surface.fill(Rectangle(column: 0, row: row, columns: columns, rows: 1), role: role)
    if index == selected {
      surface.fill(Rectangle(column: 0, row: row, columns: 1, rows: 1), with: glyphs.focusMark, role: role)
    }
    func write(_ text: String, _ column: Int, _ width: Int) {
      guard column < columns else { return }
      surface.write(
        text, at: Position(column: column, row: row), columns: min(width, columns - column), role: role)
    }
    let state = index < states.count ? states[index] : ""
    let stateColumns = states.contains { !$0.isEmpty } ? 11 : 0
    if !state.isEmpty { write(state, columns - stateColumns + 1, stateColumns - 1) }
    guard index < fields.count else { return write("all of it, as JSON", 2, columns - 3 - stateColumns) }
    let keyColumns = min(40, (columns - stateColumns) / 3)
    write(fields[index].key, 2, keyColumns)
    write(fields[index].type, keyColumns + 3, 8)
    write(fields[index].beginning, keyColumns + 12, columns - keyColumns - 13 - stateColumns)
  }
}

extension Model {
  mutating func pressInFields(_ key: Key) -> [Effect] {
    guard case .fields(var chooser) = overlay else { return [] }
    let outcome = chooser.press(key)
    overlay = outcome == .stays ? .fields(chooser) : nil
    guard case .chooses(let field) = outcome else { return [] }
    let effects = edit(.correction(chooser.candidate, field: field))
    return chooser.leadsOutside ? effects + editExternally() : effects
  }
}

extension CompareScreen {
  /// What became of each field so far, and of the output as a whole.
  func fieldStates(of candidate: Int, _ fields: [CorrectionField]) -> [String] {
    let original = item.comparison.candidates[candidate].output
    return (fields.map { Optional($0.key) } + [nil]).map { field in
      if laidAside(.correction(candidate, field: field)) != nil { return "draft" }
      guard let field, let correction = remarks.corrections[candidate] else { return "" }
      let isSame = correction.text(ofField: field).hasSameScalars(as: original.text(ofField: field))
      return isSame ? "" : "corrected"
    }
  }
}
