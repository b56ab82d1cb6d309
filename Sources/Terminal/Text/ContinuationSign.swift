/// What a row begins with that goes on with a line of code, behind the indentation of that line: `↪ `.
package enum ContinuationSign {
  /// The sign and the blank after it; none in a pane that has no room for a token beside them.
  static func columns(in columns: Int) -> Int {
    columns >= EscapeToken.widest + width ? width : 0
  }

  package static func glyph(for repertoire: Repertoire) -> Glyph {
    Glyph(base: repertoire == .unicode ? "↪" : "\\")
  }

  static let width = 2
}

extension WrappedText {
  /// The column of the sign before a row; `nil` where there is none.
  func signColumn(ofRow row: Int) -> Int? {
    rows[row].continuesCode ? Int(rows[row].indent) - ContinuationSign.width : nil
  }
}
