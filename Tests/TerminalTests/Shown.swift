import Terminal

/// What a text looks like, for expectations: rows of characters, as the surface has them.
func shown(_ text: String, columns: Int = 200, repertoire: Repertoire = .unicode) -> [String] {
  let wrapped = WrappedText(SanitizedText(text, repertoire: repertoire), columns: columns)
  return (0..<wrapped.rowCount).map { row in
    var surface = Surface(size: Size(columns: columns, rows: 1))
    surface.draw(wrapped, row: row, at: Position(column: 0, row: 0), columns: columns, role: .text)
    return trimmed(surface.rowsOfText[0])
  }
}

/// The row without blanks at its end.
func trimmed(_ row: String) -> String {
  var scalars = row.unicodeScalars
  while scalars.last == " " { scalars.removeLast() }
  return String(scalars)
}

/// The scalars of a text by number: unlike `String` equality this sees normalization.
func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

/// Text of scalars by number: the compiler refuses noncharacters in a literal.
func text(_ values: UInt32...) -> String {
  var scalars = String.UnicodeScalarView()
  scalars.append(contentsOf: values.compactMap(Unicode.Scalar.init))
  return String(scalars)
}
