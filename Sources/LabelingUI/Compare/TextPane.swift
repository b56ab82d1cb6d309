import Terminal

/// A text and the part of it that shows.
struct TextPane: Equatable, Sendable {
  /// As it is shown; offsets count its UTF-8.
  let source: String
  let text: SanitizedText
  /// Headings, code and the like.
  let styles: [RoleSpan]
  /// What is marked in it.
  var marks: [RoleSpan] = []
  /// Empty until the pane is fitted for the first time: most of many columns are never looked at.
  private(set) var wrapped: WrappedText?
  private(set) var fillers = FillerRows()
  /// Of the rows that are shown, empty ones among them.
  private(set) var viewport = Viewport()
  /// Where reading stands, in UTF-8 offsets of the text: survives every change of width.
  private(set) var anchor = 0

  /// What stands between Markdown's fences is wrapped as code.
  private let knowsCode: Bool

  init(_ text: String, styles: [RoleSpan] = [], knowsCode: Bool = true, repertoire: Repertoire) {
    source = text
    self.styles = styles
    self.knowsCode = knowsCode
    self.text = SanitizedText(text, repertoire: repertoire)
  }

  static func == (left: TextPane, right: TextPane) -> Bool {
    left.text == right.text && left.wrapped?.columns == right.wrapped?.columns
      && left.viewport == right.viewport && left.fillers == right.fillers
      && left.anchor == right.anchor && left.marks == right.marks && left.styles == right.styles
  }

  mutating func fit(columns: Int, rows: Int) {
    wrap(columns: columns)
    layOut(rows: rows)
  }

  mutating func wrap(columns: Int) {
    let columns = max(1, columns)
    if wrapped?.columns != columns { wrapped = WrappedText(text, columns: columns, knowsCode: knowsCode) }
  }

  /// Shows the wrapped text, with those empty rows, from where reading stands.
  mutating func layOut(rows: Int, fillers: FillerRows = FillerRows()) {
    self.fillers = fillers
    viewport.resize(height: rows, total: (wrapped?.rowCount ?? 0) + fillers.total)
    viewport.scroll(to: shownRow(showing: anchor))
  }

  mutating func scroll(_ step: ScrollStep) {
    viewport.scroll(step)
    noteAnchor()
  }

  /// Brings a row, empty ones counted in, to the top.
  mutating func scroll(to row: Int) {
    viewport.scroll(to: row)
    noteAnchor()
  }

  /// Shows the text at that offset first, as soon as the pane is fitted.
  mutating func read(from offset: Int) {
    anchor = offset
    if wrapped != nil { viewport.scroll(to: shownRow(showing: offset)) }
  }

  /// The row of the text at that place of the pane; `nil` for an empty one.
  func row(at line: Int) -> Int? {
    guard let wrapped, viewport.top + line < viewport.total else { return nil }
    return fillers.row(at: viewport.top + line).flatMap { $0 < wrapped.rowCount ? $0 : nil }
  }

  /// Whether an empty row between the rows of the text is at that place of the pane.
  func isFiller(at line: Int) -> Bool {
    viewport.top + line < viewport.total - fillers.tail && fillers.row(at: viewport.top + line) == nil
  }

  /// The row of the text that shows an offset.
  func row(showing offset: Int) -> Int { wrapped?.row(showing: offset) ?? 0 }

  func shownRow(showing offset: Int) -> Int { fillers.shown(row(showing: offset)) }

  private mutating func noteAnchor() {
    anchor = wrapped?.anchor(ofRow: fillers.row(atOrAfter: viewport.top)) ?? 0
  }
}
