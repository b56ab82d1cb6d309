/// What a rater can ask for while a text is written. The table of their keys and words is `EditorCommandTable`.
package enum EditorCommand: String, CaseIterable, Hashable, Sendable {
  case left, right, up, down
  case wordLeft = "word-left"
  case wordRight = "word-right"
  case lineStart = "line-start"
  case lineEnd = "line-end"
  case paragraphUp = "paragraph-up"
  case paragraphDown = "paragraph-down"
  case pageUp = "page-up"
  case pageDown = "page-down"
  case toStart = "to-start"
  case toEnd = "to-end"
  case select
  case selectAll = "select-all"
  case newLine = "new-line"
  case indent, outdent
  case deleteBackward = "delete-backward"
  case deleteForward = "delete-forward"
  case deleteWordBackward = "delete-word-backward"
  case deleteWordForward = "delete-word-forward"
  case deleteToLineStart = "delete-to-line-start"
  case deleteToLineEnd = "delete-to-line-end"
  case deleteLine = "delete-line"
  case cut, copy, paste, undo, redo
  case search
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case replace
  case save, leave, discard
  case restoreOriginal = "restore-original"
  case editExternally = "edit-externally"
  case help, redraw, suspend
}

extension EditorCommand {
  /// Its key with Shift selects what it passes.
  var isMotion: Bool {
    switch self {
    case .left, .right, .up, .down, .wordLeft, .wordRight, .lineStart, .lineEnd, .paragraphUp, .paragraphDown,
      .pageUp, .pageDown, .toStart, .toEnd:
      true
    default: false
    }
  }
}
