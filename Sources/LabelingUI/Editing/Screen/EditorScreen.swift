import Preference
import Terminal

/// A text that is being written: a correction beside its original, or a comment below the runs.
struct EditorScreen: Equatable, Sendable {
  let subject: EditSubject
  /// `correction of A`
  let name: String
  /// What there was before anybody wrote; nothing for a comment.
  let original: TextRope
  /// As it stands in the remarks.
  let saved: TextRope
  var editor: TextEditor
  /// `nil` for a comment.
  var originalPane: TextPane?
  var window = EditorWindow()
  var prompt: EditorPrompt?
  var search = EditorSearch()
  var tracking = EditTracking()
  /// The beginning of a sequence of keys.
  var pending: KeySequence?
  /// Dropping was asked for just now: asked again, it does.
  var discardAsked = false
  /// The questions that this text answers one of: they come back when it is closed.
  var questions: ReasonsPanel?
  let keymap: EditorKeymap
  private(set) var size: Size
  private(set) var layout: EditorLayout

  init(
    _ subject: EditSubject, name: String, original: String, saved: String, edit: OpenEdit?,
    keymap: EditorKeymap, size: Size, repertoire: Repertoire
  ) {
    self.subject = subject
    self.name = name
    self.original = TextRope(original)
    self.saved = TextRope(saved)
    self.keymap = keymap
    self.size = size
    editor = TextEditor(
      edit?.text ?? saved, cursor: edit?.cursor ?? (subject.isCorrection ? 0 : saved.utf8.count),
      repertoire: repertoire)
    originalPane = subject.isCorrection ? TextPane(original, knowsCode: false, repertoire: repertoire) : nil
    layout = EditorLayout(size: size, showsOriginal: subject.isCorrection)
    fit(size)
  }

  /// The text differs from what stands in the remarks.
  var isChanged: Bool { editor.text != saved }

  /// The next character becomes part of the text, at once or as what replaces something.
  var takesText: Bool {
    switch prompt {
    case nil: pending == nil
    case .with: true
    case .find, .replace, .replacing, .leaving, .help: false
    }
  }

  var openEdit: OpenEdit {
    OpenEdit(subject: subject, text: editor.text.string, cursor: editor.cursor)
  }

  mutating func fit(_ size: Size) {
    self.size = size
    layout = EditorLayout(size: size, showsOriginal: subject.isCorrection)
    editor.fit(columns: layout.text.body.size.columns, pageRows: layout.text.body.size.rows)
    window.fit(rows: layout.text.body.size.rows)
    if let body = layout.original?.body {
      originalPane?.fit(columns: max(1, body.size.columns), rows: body.size.rows)
    }
    if case .help(var help) = prompt {
      help.fit(size)
      prompt = .help(help)
    }
    showCursor()
  }

  /// Brings the cursor, and what stands for it in the original, onto the screen.
  mutating func showCursor() {
    window.reveal(editor.cursor, in: editor.flow)
    editor.remember(window.places(in: editor.flow))
    guard let pane = originalPane, layout.original != nil else { return }
    let offset = tracking.originalOffset(
      for: editor.cursor, original: original.count, edited: editor.text.count)
    let row = pane.row(showing: offset)
    guard !pane.viewport.rows.dropLast(1).contains(row) else { return }
    originalPane?.scroll(to: row - pane.viewport.height / 3)
  }

  mutating func take(_ difference: EditDifference) {
    tracking.take(difference)
    originalPane?.marks = tracking.originalMarks
  }
}

extension EditSubject {
  var isCorrection: Bool { if case .correction = self { true } else { false } }
}
