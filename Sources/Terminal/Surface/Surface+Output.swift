/// Surfaces as lines of text, for commands that print and are done.
extension Surface {
  /// The rows with the sequences that give them their looks. Each ends as terminals begin, so lines can stand alone.
  package func lines(in theme: Theme, at depth: ColorDepth) -> [String] {
    (0..<size.rows).map { row in
      var line = ""
      var style: Style?
      for column in 0..<size.columns {
        let cell = self[Position(column: column, row: row)]
        let next = theme.style(of: cell.role, at: depth)
        if next != style { line += next.rendition }
        style = next
        if cell.glyph.width > 0 { line += cell.glyph.text }
      }
      return line + "\u{1B}[0m"
    }
  }

  /// The rows without looks, and without blanks at their ends.
  package var plainLines: [String] {
    rowsOfText.map { row in
      let kept = row.unicodeScalars.reversed().drop { $0 == " " }.reversed()
      return String(String.UnicodeScalarView(kept))
    }
  }
}
