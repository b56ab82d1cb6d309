import Terminal

/// What a row of the editor shows: of the original, of the edited text, or of both side by side.
struct EditorRow: Equatable, Sendable {
  var original: TextPane.Part?
  var edited: EditedLine?
}

/// What a line of the edited text shows. Spans count from the beginning of its piece, so that they stay the same when something is
/// written before it.
struct EditedLine: Equatable, Sendable {
  let text: ShownText
  /// Of the piece.
  let row: Int
  let found: [RoleSpan]
  let selection: [RoleSpan]
  let sign: Glyph?
}

/// All that rows of the editor depend on besides.
struct EditorLook: Equatable, Sendable {
  let size: Size
  let repertoire: Repertoire
  let glyphs: ChromeGlyphs
  let layout: EditorLayout
  let original: ShownText?
}

/// The line of the editor that tells how far the text is from the original.
struct EditorStatusLine: Equatable, Sendable {
  let isOriginal: Bool
  let difference: EditDifference?

  func draw(on surface: inout Surface, in area: Rectangle) {
    surface.fill(area, role: .text)
    let words = isOriginal ? "as the original" : difference?.words ?? "…"
    surface.write(
      words, at: Position(column: 1, row: area.origin.row), columns: area.size.columns - 2, role: .textMuted)
  }
}

/// What is kept of the editor's last frame, for the next one to take over what both show.
struct DrawnEditor: Sendable {
  var rows = DrawnRows<EditorLook, EditorRow>()
  var status = DrawnRow<EditorStatusLine>()
  var hints = DrawnRow<EditorKeyBindings>()
}
