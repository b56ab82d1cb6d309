import Preference
import StrictJSON
import Terminal

/// The rater's own editor, `$VISUAL` or `$EDITOR`.
extension Model {
  /// From the comparison: the correction of the run in focus.
  mutating func correctExternally() -> [Effect] {
    let effects = correct()
    if case .fields(var chooser) = overlay {
      chooser.leadsOutside = true
      overlay = .fields(chooser)
    }
    return editor == nil ? effects : effects + editExternally()
  }

  mutating func editExternally() -> [Effect] {
    guard let editor else { return [] }
    return keepNow() + [.editExternally(ExternalEdit(text: editor.editor.text.string, kind: externalKind))]
  }

  private var externalKind: ExternalEdit.Kind {
    guard let editor, case .correction(let candidate, let field) = editor.subject, let screen else {
      return .markdown
    }
    return screen.item.comparison.candidates[candidate].output.isText(ofField: field) ? .markdown : .json
  }

  /// What came back is one step, so that undo brings the text from before.
  mutating func take(_ end: ExternalEditEnd, at time: Duration) -> [Effect] {
    switch end {
    case .changed(let text):
      replaceEdited(with: text, at: time)
      notice = .information(
        "taken over from your editor; \(keymap.editor.words(for: .save)) saves it, "
          + "\(keymap.editor.words(for: .undo)) brings back what was here")
    case .unchanged: notice = .information("your editor left the text as it was")
    case .unchangedAtOnce(let command, let path):
      notice = .warning(
        "\(command.isEmpty ? "the editor" : command) came back at once and the text is as it was. If it opened a "
          + "window, save \(path.isEmpty ? "the file" : path) there and press \(keymap.editor.words(for: .editExternally)) "
          + "again; an option such as --wait lets it wait")
    case .emptied:
      notice = .warning(
        "your editor left nothing in the file; the text stays here. To correct to nothing, delete it and save"
      )
    case .failed(let reason): notice = .failure(reason)
    }
    return keepNow()
  }

  private mutating func replaceEdited(with text: String, at time: Duration) {
    _ = withEditor { editor in
      editor.change(at: time) { $0.replaceText(with: text, at: time) }
    }
  }
}
