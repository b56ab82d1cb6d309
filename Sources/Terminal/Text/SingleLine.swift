/// Text on one line, sanitized and cut to a number of columns; `…` stands for what was cut, `␊` for an end of line.
struct SingleLine {
  let text: SanitizedText
  /// The elements that fit, without the `…`.
  let elements: ArraySlice<TextElement>
  let isCut: Bool
  let width: Int
  let columns: Int

  init(_ source: String, columns: Int) {
    text = SanitizedText(source)
    self.columns = columns
    let all = SingleLine.joiningLines(of: text)
    var column = 0
    var cut = (end: all.startIndex, column: 0)
    for index in all.indices {
      if column < columns { cut = (index, column) }
      column += all[index].width(at: column, in: columns)
      guard column <= columns else { break }
    }
    isCut = column > columns
    elements = isCut ? all[..<cut.end] : all
    width = isCut ? cut.column + 1 : column
  }

  private static func joiningLines(of text: SanitizedText) -> ArraySlice<TextElement> {
    guard text.lines.count > 1 else { return text.elements[...] }
    var joined: [TextElement] = []
    for line in text.lines.indices {
      if line > 0 { joined.append(TextElement(.token, 0x0A, offset: text.lines[line].offset - 1)) }
      joined += text.elements[text.elements(of: line)]
    }
    return joined[...]
  }
}
