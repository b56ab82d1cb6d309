extension SanitizedText {
  static let tooWide = Glyph(base: "?")

  /// Calls `show` with the glyphs of one element, as it looks when it begins in a given column of a pane; the flag says
  /// that the glyph stands for something else.
  @inline(__always)
  func showGlyphs(
    of element: TextElement, at column: Int, in columns: Int, _ show: (Glyph, _ isEscape: Bool) -> Void
  ) {
    switch element.kind {
    case .narrow: show(Glyph(base: element.scalar), false)
    case .narrowCluster: show(clusters[Int(element.payload)], false)
    case .wide where columns >= 2: show(Glyph(base: element.scalar, width: 2), false)
    case .wideCluster where columns >= 2: show(clusters[Int(element.payload)], false)
    case .wide, .wideCluster: show(SanitizedText.tooWide, true)
    case .token: showText(EscapeToken.text(of: element.scalar), isEscape: true, in: columns, show)
    case .excessMarks:
      showText(EscapeToken.text(ofExcessMarks: element.payload), isEscape: true, in: columns, show)
    case .spelled: showText(EscapeToken.spelling(of: element.scalar), isEscape: true, in: columns, show)
    case .likeness:
      showText(PlainLikeness.text(of: element.scalar) ?? "?", isEscape: false, in: columns, show)
    case .tab:
      show(tabArrow, true)
      for _ in 1..<element.width(at: column, in: columns) { show(.space, false) }
    }
  }

  private var tabArrow: Glyph { Glyph(base: repertoire == .unicode ? "→" : ">") }

  private func showText(
    _ text: String, isEscape: Bool, in columns: Int, _ show: (Glyph, _ isEscape: Bool) -> Void
  ) {
    if text.unicodeScalars.count > columns { return show(SanitizedText.tooWide, true) }
    for scalar in text.unicodeScalars { show(Glyph(base: scalar), isEscape) }
  }
}

extension WrappedText {
  func elements(ofRow row: Int) -> ArraySlice<TextElement> {
    text.elements[Int(rows[row].start)..<Int(rows[row].end)]
  }

  /// Calls `show` with the glyphs of a row and the columns they begin in.
  @inline(__always)
  func showGlyphs(ofRow row: Int, _ show: (Glyph, _ column: Int, _ isEscape: Bool) -> Void) {
    var column = Int(rows[row].indent)
    for element in elements(ofRow: row) {
      text.showGlyphs(of: element, at: column, in: columns) { glyph, isEscape in
        show(glyph, column, isEscape)
        column += Int(glyph.width)
      }
    }
  }
}
