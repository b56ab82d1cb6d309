import Terminal

extension Notice {
  /// More than this would hide what the notice is about.
  private static let mostRows = 4

  func rows(fitting columns: Int, repertoire: Repertoire) -> Int {
    min(wrapped(to: columns, repertoire: repertoire).rowCount, Self.mostRows)
  }

  private func wrapped(to columns: Int, repertoire: Repertoire) -> WrappedText {
    WrappedText(SanitizedText(sign + text, repertoire: repertoire), columns: max(1, columns - 2))
  }

  /// Draws upwards from the last row, over what is there: a sentence that says what to do is never cut.
  func draw(on surface: inout Surface, lastRow: Int, repertoire: Repertoire) {
    let columns = surface.size.columns
    let wrapped = wrapped(to: columns, repertoire: repertoire)
    let rows = min(wrapped.rowCount, Self.mostRows, lastRow + 1)
    for row in 0..<rows {
      let line = lastRow - rows + 1 + row
      surface.fill(Rectangle(column: 0, row: line, columns: columns, rows: 1), role: role)
      surface.draw(
        wrapped, row: row, at: Position(column: 1, row: line), columns: max(1, columns - 2), role: role)
    }
  }
}
