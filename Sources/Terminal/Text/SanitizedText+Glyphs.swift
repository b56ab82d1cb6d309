extension SanitizedText {
  static let tooWide = Glyph(base: "?")
  static let tabArrow = Glyph(base: "→")

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
    case .token: showToken(EscapeToken.text(of: element.scalar), in: columns, show)
    case .excessMarks: showToken(EscapeToken.text(ofExcessMarks: element.payload), in: columns, show)
    case .tab:
      show(SanitizedText.tabArrow, true)
      for _ in 1..<element.width(at: column, in: columns) { show(.space, false) }
    }
  }

  private func showToken(_ token: String, in columns: Int, _ show: (Glyph, _ isEscape: Bool) -> Void) {
    if token.unicodeScalars.count > columns { return show(SanitizedText.tooWide, true) }
    for scalar in token.unicodeScalars { show(Glyph(base: scalar), true) }
  }
}

extension WrappedText {
  /// Calls `show` with the glyphs of a row and the columns they begin in.
  @inline(__always)
  func showGlyphs(ofRow row: Int, _ show: (Glyph, _ column: Int, _ isEscape: Bool) -> Void) {
    var column = Int(rows[row].indent)
    for index in Int(rows[row].start)..<Int(rows[row].end) {
      text.showGlyphs(of: text.elements[index], at: column, in: columns) { glyph, isEscape in
        show(glyph, column, isEscape)
        column += Int(glyph.width)
      }
    }
  }
}
