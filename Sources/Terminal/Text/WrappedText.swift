/// Sanitized text broken into rows of a given width. No glyph and no token is ever cut.
///
/// In a pane too narrow for one (a wide glyph in one column, a token in less than ten) a `?` stands for it.
package struct WrappedText: Sendable {
  /// A stretch of elements, blank columns before it.
  struct Row: Equatable, Sendable {
    let start: Int32
    /// Blanks that a break swallowed are not part of the row.
    let end: Int32
    let indent: Int32
    /// Goes on with a line of code: a sign before it tells it from a new line.
    let continuesCode: Bool
    /// What the row begins with, in the original text.
    let anchor: UInt32
  }

  package let text: SanitizedText
  package let columns: Int
  let rows: [Row]

  /// - Parameter knowsCode: what stands between Markdown's fences is wrapped as code.
  package init(_ text: SanitizedText, columns: Int, knowsCode: Bool = true) {
    self.text = text
    self.columns = max(1, columns)
    var wrapper = LineWrapper(text, columns: self.columns, knowsCode: knowsCode)
    rows = wrapper.run()
  }

  package var rowCount: Int { rows.count }

  /// Whether both are one and the same, and not only equal.
  package func hasSameMemory(as other: WrappedText) -> Bool {
    columns == other.columns && rows.hasSameMemory(as: other.rows)
      && text.elements.hasSameMemory(as: other.text.elements)
  }

  /// The UTF-8 offset in the original text at which the row begins: what a reading position is kept by.
  package func anchor(ofRow row: Int) -> Int {
    rows.isEmpty ? 0 : Int(rows[min(max(0, row), rows.count - 1)].anchor)
  }

  /// The row that shows the text at that UTF-8 offset.
  package func row(showing anchor: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if Int(rows[middle].anchor) <= anchor {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return max(0, low - 1)
  }
}
