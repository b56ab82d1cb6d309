/// Text on one line, sanitized and cut to a number of columns; `…` stands for what was cut, `␊` for an end of line. On a
/// terminal that shows ASCII only, these are `...` and `^J`.
struct SingleLine {
  let text: SanitizedText
  /// The elements that fit, without the mark of the cut.
  let elements: ArraySlice<TextElement>
  /// Stands at the end of what was cut; empty when all fits.
  let cutMark: String
  let width: Int

  init(_ source: String, columns: Int, repertoire: Repertoire) {
    text = SanitizedText(
      repertoire == .unicode ? source : PlainLikeness.ofOwnWords(source), repertoire: repertoire)
    let mark = repertoire == .unicode ? "…" : String(repeating: ".", count: min(3, columns))
    let markWidth = mark.unicodeScalars.count
    let all = SingleLine.joiningLines(of: text)
    var column = 0
    var cut = (end: all.startIndex, column: 0)
    for index in all.indices {
      if column <= columns - markWidth { cut = (index, column) }
      column += all[index].width(at: column, in: columns)
      guard column <= columns else { break }
    }
    let isCut = column > columns
    elements = isCut ? all[..<cut.end] : all
    cutMark = isCut ? mark : ""
    width = isCut ? cut.column + markWidth : column
  }

  private static func joiningLines(of text: SanitizedText) -> ArraySlice<TextElement> {
    guard text.lines.count > 1 else { return text.elements[...] }
    var joined: [TextElement] = []
    for line in text.lines.indices {
      if line > 0 {
        let kind = EscapeToken.kind(of: "\n", in: text.repertoire)
        joined.append(TextElement(kind, 0x0A, offset: text.lines[line].offset - 1))
      }
      joined += text.elements[text.elements(of: line)]
    }
    return joined[...]
  }
}
