import Terminal

/// A text and the part of it that shows.
struct TextPane: Equatable, Sendable {
  /// As it came; offsets count its UTF-8.
  let source: String
  let text: SanitizedText
  /// What is marked in it.
  var marks: [RoleSpan] = []
  /// Empty until the pane is fitted for the first time: most of many columns are never looked at.
  private(set) var wrapped: WrappedText?
  private(set) var viewport = Viewport()
  /// Where reading stands, in UTF-8 offsets of the text: survives every change of width.
  private(set) var anchor = 0

  init(_ text: String, repertoire: Repertoire) {
    source = text
    self.text = SanitizedText(text, repertoire: repertoire)
  }

  static func == (left: TextPane, right: TextPane) -> Bool {
    left.text == right.text && left.wrapped?.columns == right.wrapped?.columns
      && left.viewport == right.viewport
      && left.anchor == right.anchor && left.marks == right.marks
  }

  mutating func fit(columns: Int, rows: Int) {
    let columns = max(1, columns)
    let wrapped = wrapped?.columns == columns ? self.wrapped : nil
    let fitting = wrapped ?? WrappedText(text, columns: columns)
    self.wrapped = fitting
    viewport.show(fitting, height: rows, from: anchor)
  }

  mutating func scroll(_ step: ScrollStep) {
    viewport.scroll(step)
    noteAnchor()
  }

  mutating func scroll(to row: Int) {
    viewport.scroll(to: row)
    noteAnchor()
  }

  /// Shows the text at that offset first, as soon as the pane is fitted.
  mutating func read(from offset: Int) {
    anchor = offset
    if let wrapped { viewport.scroll(to: wrapped.row(showing: offset)) }
  }

  private mutating func noteAnchor() {
    anchor = wrapped?.anchor(ofRow: viewport.top) ?? 0
  }
}
