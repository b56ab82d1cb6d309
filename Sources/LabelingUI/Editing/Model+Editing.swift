import Preference
import StrictJSON
import Terminal

/// Corrections and comments: opening the editor, keys in it, and what comes of it.
extension Model {
  mutating func correct() -> [Effect] {
    guard let screen else { return [] }
    guard case .column(let index) = screen.focus else {
      notice = .information("the prompt is in focus; go to the run that is to be corrected")
      return []
    }
    let candidate = screen.columns[index].candidate
    let fields = screen.item.comparison.candidates[candidate].output.correctionFields
    guard fields.count > 1 else { return edit(.correction(candidate, field: fields.first?.key)) }
    overlay = .fields(
      FieldChooser(
        candidate: candidate, fields: fields, states: screen.fieldStates(of: candidate, fields), size: size))
    return []
  }

  mutating func comment() -> [Effect] { edit(.comment) }

  mutating func commentRun() -> [Effect] {
    guard let screen else { return [] }
    guard case .column(let index) = screen.focus else {
      notice = .information("the prompt is in focus; go to the run that the comment is on")
      return []
    }
    return edit(.runComment(screen.columns[index].candidate))
  }

  /// Opens the editor, with what was being written if that was left as a draft.
  mutating func edit(_ wanted: EditSubject, from questions: ReasonsPanel? = nil) -> [Effect] {
    guard let screen else { return [] }
    let subject = screen.overlapping(wanted) ?? wanted
    if subject != wanted {
      notice = .warning(
        "this is the draft of \(subject.field ?? "all of it"): save or drop it before you open "
          + (wanted.field ?? "all of it"))
    }
    var editor = EditorScreen(
      subject, name: screen.name(of: subject), original: screen.originalText(of: subject),
      saved: screen.text(of: subject), edit: screen.laidAside(subject), keymap: keymap.editor, size: size,
      repertoire: repertoire)
    editor.questions = questions
    overlay = .editor(editor)
    makeRoomForPanel()
    return compareEdit()
  }

  /// What stands below the runs leaves them in sight.
  mutating func makeRoomForPanel() {
    let wanted = Size(columns: size.columns, rows: max(1, size.rows - panelRows))
    guard screen?.size != wanted else { return }
    withScreen { $0.fit(wanted) }
  }

  /// Without the last line of the screen.
  private var panelRows: Int {
    switch overlay {
    case .editor(let editor) where !editor.subject.isCorrection: EditorLayout.panelRows(on: size)
    case .reasons(let panel): panel.rows(on: size, showing: screen) - 1
    default: 0
    }
  }

  /// The questions come back that the text was opened from.
  private mutating func closeEditor() {
    overlay = editor?.questions.map(Overlay.reasons)
    makeRoomForPanel()
  }

  mutating func pressInEditor(_ key: Key, at time: Duration) -> [Effect] {
    finishEditing(withEditor { $0.press(key, at: time) } ?? .stays, at: time)
  }

  mutating func pasteInEditor(_ text: String, at time: Duration) -> [Effect] {
    finishEditing(withEditor { $0.paste(text, at: time) } ?? .stays, at: time)
  }

  private mutating func finishEditing(_ outcome: EditorScreen.Outcome, at time: Duration) -> [Effect] {
    switch outcome {
    case .stays: return []
    case .tells(let notice):
      self.notice = notice
      return []
    case .copies(let text): return copy(edited: text)
    case .saves: return saveEdit(changingType: false)
    case .keeps: return leaveEditor(keeping: true)
    case .drops: return leaveEditor(keeping: false)
    case .opensExternally: return editExternally()
    case .redraws: return [.repaint]
    case .suspends: return keepNow() + [.suspend]
    }
  }

  private mutating func copy(edited text: String) -> [Effect] {
    let count = text.utf8.count
    guard count > 0 else {
      notice = .information("nothing to copy: the \(editor?.name ?? "text") is empty")
      return []
    }
    if let limit = clipboardLimit, count > limit {
      notice = .information("copied here; \(count) bytes are more than terminals' clipboards take")
      return []
    }
    notice = .information("copied: \(count) bytes")
    return [.copy(text)]
  }

  mutating func leaveEditor(keeping: Bool) -> [Effect] {
    guard let editor else { return [] }
    withScreen { if keeping { $0.layAside(editor.openEdit) } else { $0.drop(editor.subject) } }
    closeEditor()
    if keeping {
      notice = .information("the \(editor.name) is kept as a draft; the same key opens it again")
    } else if editor.isChanged {
      notice = .information("dropped: the \(editor.name) is as it was")
    }
    return keepNow()
  }

  /// Lets the editor out of the overlay while it changes, so that its history is not copied with every key.
  mutating func withEditor<Value>(_ body: (inout EditorScreen) -> Value) -> Value? {
    guard case .editor(var editor) = overlay else { return nil }
    overlay = nil
    defer { overlay = .editor(editor) }
    return body(&editor)
  }

  var editor: EditorScreen? { if case .editor(let editor) = overlay { editor } else { nil } }

  /// The text that is being written, also while something is asked about it.
  var written: EditorScreen? {
    switch overlay {
    case .editor(let editor), .typeChange(let editor): editor
    default: nil
    }
  }

  /// The next character goes into a text that is kept.
  var isWriting: Bool {
    switch overlay {
    case .editor(let editor): editor.takesText
    default: false
    }
  }
}

// MARK: - Saving

extension Model {
  /// What was written becomes part of the remarks, which go with the judgment.
  mutating func saveEdit(changingType: Bool) -> [Effect] {
    guard let editor else { return [] }
    var fault: CorrectionFault?
    withScreen { screen in
      do throws(CorrectionFault) {
        try screen.save(editor.editor.text.string, as: editor.subject, changingType: changingType)
        screen.drop(editor.subject)
      } catch {
        fault = error
      }
    }
    if let fault { return report(fault) }
    closeEditor()
    notice = .information(savedWords(editor))
    return keepNow() + compareRuns() + (screen?.showsCorrections == true ? refreshSearch() : [])
  }

  /// The text stays, and the cursor goes to where it is wrong.
  private mutating func report(_ fault: CorrectionFault) -> [Effect] {
    switch fault {
    case .syntax(let error):
      let place = withEditor { editor in
        editor.editor.move(to: editor.editor.text.stop(atOrBefore: error.offset))
        editor.showCursor()
        return editor.editor.text.linePlace(of: error.offset)
      }
      let words = place.map { "line \($0.line), column \($0.column): " } ?? ""
      notice = .warning("not saved, this is no JSON: \(words)expected \(error.expected)")
    case .notAnObject: notice = .warning("not saved: outputs are an object, { … }, and this is another value")
    case .isGone(let key):
      notice = .warning(
        "not saved: \(key) is not in the corrected output any more; correct all of it instead")
    case .changesType(let key, let old, let new):
      overlay = overlay.flatMap { if case .editor(let editor) = $0 { .typeChange(editor) } else { $0 } }
      notice = .warning("\(key) was \(old) and would be \(new): y saves it so, any other key goes back")
    }
    return []
  }

  /// The answer to whether a value may have another type.
  mutating func answerTypeChange(_ key: Key) -> [Effect] {
    guard case .typeChange(let editor) = overlay else { return [] }
    overlay = .editor(editor)
    return key == Key(.character("y")) ? saveEdit(changingType: true) : []
  }

  private func savedWords(_ editor: EditorScreen) -> String {
    guard editor.isChanged else { return "the \(editor.name) is as it was" }
    guard let screen else { return "" }
    let text = screen.text(of: editor.subject)
    let isGone = text.utf8.elementsEqual(screen.originalText(of: editor.subject).utf8)
    let words = isGone ? "there is no \(editor.name) any more" : "the \(editor.name) is kept"
    return screen.item.judged == nil
      ? "\(words); it goes with the verdict"
      : "\(words); \(keymap.words(for: .save)) saves it with the verdict"
  }
}

// MARK: - Marks

extension Model {
  /// Asks for the marks in an edited text.
  mutating func compareEdit() -> [Effect] {
    guard let editor, editor.originalPane != nil else { return [] }
    editNumber += 1
    return [
      .compareEdit(
        EditDifferenceRequest(number: editNumber, original: editor.original, edited: editor.editor.text))
    ]
  }

  mutating func compareEditIfDue(at time: Duration) -> [Effect] {
    withEditor { $0.tracking.takeDue(at: time) } == true ? compareEdit() : []
  }

  /// An answer that is older than the last key comes too late: another one is on its way.
  mutating func take(_ difference: EditDifference, number: Int) -> [Effect] {
    guard number == editNumber else { return [] }
    withEditor { if $0.tracking.dueAt == nil { $0.take(difference) } }
    return []
  }
}

// MARK: - Going on

extension Model {
  /// What was being written when the comparison was left, or the program ended, is open again.
  mutating func goOnWriting(_ edit: OpenEdit) {
    guard let screen else { return }
    let others = screen.names(of: screen.laidAside.filter { $0.subject != edit.subject })
    let name = screen.name(of: edit.subject)
    switch overlay {
    case nil, .otherRun, .reasons:
      _ = self.edit(edit.subject)
      notice = .information("the \(name) is as you left it" + (others.isEmpty ? "" : "; drafts: \(others)"))
    default: notice = .information("the \(name) is still a draft; its key opens it")
    }
  }

  mutating func toggleCorrections() -> [Effect] {
    guard let screen else { return [] }
    withScreen { $0.toggleCorrections() }
    notice = .information(
      screen.showsCorrections
        ? "the originals" : "corrected texts are shown; what is judged are the originals")
    return compareRuns() + refreshSearch()
  }
}
