import Terminal

extension EditorScreen {
  /// What a key in the editor leads to outside of it.
  enum Outcome: Equatable {
    case stays
    case tells(Notice)
    case copies(String)
    /// The text goes into the remarks.
    case saves
    /// The text stays as a draft.
    case keeps
    case drops
    case opensExternally
    case redraws
    case suspends
  }

  mutating func press(_ key: Key, at time: Duration) -> Outcome {
    if prompt != nil { return pressInPrompt(key, at: time) }
    let keys = KeySequence((pending?.keys ?? []) + [key]) ?? KeySequence(key)
    let wasPending = pending != nil
    pending = nil
    switch keymap.meaning(of: keys) {
    case .beginning:
      pending = keys
      return .stays
    case .character(let scalar):
      return change(at: time) { $0.type(scalar, at: time) }
    case .command(let command, let extending):
      return perform(command, extending: extending, at: time)
    case .nothing:
      if wasPending, key.code == .escape { return .stays }
      return .tells(
        .information("\(keys.text) does nothing here; \(keymap.words(for: .help)) lists the keys"))
    }
  }

  mutating func perform(_ command: EditorCommand, extending: Bool = false, at time: Duration) -> Outcome {
    if command != .discard { discardAsked = false }
    switch command {
    case .save: return .saves
    case .leave: return leave()
    case .discard: return discard()
    case .restoreOriginal: return restoreOriginal(at: time)
    case .editExternally: return .opensExternally
    case .search:
      prompt = .find(InputLine())
      search.forget()
    case .replace:
      prompt = .replace(InputLine(search.query.text, isSelected: true))
      search.refresh(editor)
    case .nextMatch: return goToMatch(by: 1)
    case .previousMatch: return goToMatch(by: -1)
    case .help: prompt = .help(EditorHelp(keymap.bindings, size: size))
    case .redraw: return .redraws
    case .suspend: return .suspends
    default: return edit(command, extending: extending, at: time)
    }
    return .stays
  }

  private mutating func edit(_ command: EditorCommand, extending: Bool, at time: Duration) -> Outcome {
    var outcome = TextEditor.Outcome.done
    _ = change(at: time) { outcome = $0.perform(command, extending: extending, at: time) }
    return switch outcome {
    case .done, .notTaken: .stays
    case .copied(let text): .copies(text)
    case .refused(let reason): .tells(.information(reason))
    }
  }

  /// Changes the text or the cursor, and lets all that hangs on them follow.
  @discardableResult
  mutating func change(at time: Duration, _ body: (inout TextEditor) -> Void) -> Outcome {
    let before = editor.revision
    discardAsked = false
    body(&editor)
    if editor.revision != before, originalPane != nil {
      tracking.note(editor.lastChange, count: editor.text.count, at: time)
    }
    showCursor()
    return .stays
  }

  /// The paste is one step; what it hid was taken away on the way in.
  mutating func paste(_ text: String, at time: Duration) -> Outcome {
    switch prompt {
    case nil: return change(at: time) { $0.insert(text, at: time) }
    case .find, .replace, .with: return editLine(at: time) { $0.insert(pasted: text) }
    case .replacing, .leaving, .help: return .stays
    }
  }

  private mutating func leave() -> Outcome {
    if editor.selection != nil {
      editor.dropSelection()
      return .stays
    }
    guard isChanged else { return .drops }
    (prompt, discardAsked) = (.leaving, false)
    return .stays
  }

  private mutating func discard() -> Outcome {
    guard isChanged, !discardAsked else { return .drops }
    discardAsked = true
    return .tells(.warning("this drops what you wrote here; \(keymap.words(for: .discard)) again does it"))
  }

  private mutating func restoreOriginal(at time: Duration) -> Outcome {
    guard editor.text != original else {
      return .tells(.information(original.isEmpty ? "nothing is written" : "this is the original"))
    }
    let original = original.string
    change(at: time) { $0.replaceText(with: original, at: time) }
    return .tells(
      .information(
        "as it was before anybody wrote; \(keymap.words(for: .undo)) brings your text back"))
  }
}
