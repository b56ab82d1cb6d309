import Terminal

/// The last line: finding, replacing, and leaving.
extension EditorScreen {
  mutating func pressInPrompt(_ key: Key, at time: Duration) -> Outcome {
    switch prompt {
    case nil: return .stays
    case .help(var help):
      prompt = help.press(key) ? .help(help) : nil
      return .stays
    case .leaving: return answerLeaving(key)
    case .replacing(let new): return answerReplacing(key, with: new, at: time)
    case .find, .replace, .with: return pressInLine(key, at: time)
    }
  }

  private mutating func answerLeaving(_ key: Key) -> Outcome {
    let isAsked = discardAsked
    discardAsked = false
    switch (key.code, key.modifiers) {
    case (.character("s"), []), (.enter, []):
      prompt = nil
      return .saves
    case (.character("k"), []): return .keeps
    case (.character("x"), []) where isAsked: return .drops
    case (.character("x"), []):
      discardAsked = true
      return .tells(.warning("this drops what you wrote here; x again does it"))
    case (.escape, []), (.character("g"), .control): prompt = nil
    default: break
    }
    return .stays
  }

  private mutating func pressInLine(_ key: Key, at time: Duration) -> Outcome {
    if case .find(let line) = prompt, replaces(key) {
      prompt = .replace(InputLine(line.text, isSelected: true))
      return .stays
    }
    switch (key.code, key.modifiers) {
    case (.escape, []), (.character("g"), .control): prompt = nil
    case (.enter, []): return enter(at: time)
    case (.character("c"), .alt): switchSearch { $0.matchesCase.toggle() }
    case (.character("r"), .alt): switchSearch { $0.isPattern.toggle() }
    case (.down, []), (.function(3), []): return goToMatch(by: 1)
    case (.up, []), (.function(3), .shift): return goToMatch(by: -1)
    case (.character("l"), .control): return .redraws
    default: return editLine(at: time) { _ = $0.take(key) }
    }
    return .stays
  }

  /// Who has found something may go on to replace it.
  private func replaces(_ key: Key) -> Bool {
    if case .command(.replace, _) = keymap.meaning(of: KeySequence(key)) { true } else { false }
  }

  mutating func editLine(at time: Duration, _ body: (inout InputLine) -> Void) -> Outcome {
    switch prompt {
    case .find(var line):
      body(&line)
      prompt = .find(line)
      look(for: line.text)
    case .replace(var line):
      body(&line)
      prompt = .replace(line)
      look(for: line.text)
    case .with(var line):
      body(&line)
      prompt = .with(line)
    case nil, .replacing, .leaving, .help: break
    }
    return .stays
  }

  private mutating func switchSearch(_ body: (inout SearchQuery) -> Void) {
    body(&search.query)
    look(for: search.query.text)
  }

  private mutating func look(for text: String) {
    search.query.text = text
    let shown = editor.selection.flatMap { search.matches.contains($0) ? $0 : nil }
    search.look(through: editor)
    // What was found before must not be what the next letter replaces.
    if search.matches.isEmpty, let shown { editor.move(to: shown.lowerBound) }
    show(search.match(from: editor.selection?.lowerBound ?? editor.cursor))
  }

  private mutating func show(_ match: Int?) {
    guard let match else { return }
    editor.select(search.matches[match])
    showCursor()
  }

  mutating func goToMatch(by step: Int) -> Outcome {
    guard !search.query.isEmpty else { return .tells(.information("nothing is looked for yet")) }
    search.refresh(editor)
    let range = editor.selection ?? editor.cursor..<editor.cursor
    let index =
      step > 0
      ? search.match(from: max(range.lowerBound + 1, range.upperBound))
      : search.match(before: range.lowerBound)
    show(index)
    return .tells(search.fault == nil ? .information(search.status) : .warning(search.status))
  }

  /// Goes on to the next question.
  private mutating func enter(at time: Duration) -> Outcome {
    search.refresh(editor)
    switch prompt {
    case .find(let line) where search.matches.isEmpty && !search.query.isEmpty:
      prompt = .find(InputLine(line.text, isSelected: true))
      return .tells(.information("\(search.status): type what else to find, Esc gives up"))
    case .find:
      prompt = nil
      return search.query.isEmpty ? .stays : .tells(.information(search.status))
    case .replace(let line) where search.matches.isEmpty && !search.query.isEmpty:
      prompt = .replace(InputLine(line.text, isSelected: true))
      return .tells(.information("\(search.status): type what else to replace, Esc gives up"))
    case .replace where search.matches.isEmpty, .with where search.matches.isEmpty:
      prompt = nil
      return .tells(.information(search.query.isEmpty ? "nothing to replace" : search.status))
    case .replace: prompt = .with(InputLine())
    case .with(let line):
      prompt = .replacing(with: line.text)
      show(search.match(from: editor.selection?.lowerBound ?? editor.cursor))
    case nil, .replacing, .leaving, .help: break
    }
    return .stays
  }

  private mutating func answerReplacing(_ key: Key, with new: String, at time: Duration) -> Outcome {
    switch (key.code, key.modifiers) {
    case (.character("y"), []), (.enter, []):
      if let selection = editor.selection, search.matches.contains(selection) {
        change(at: time) { $0.insert(new, at: time) }
      }
      return goOn(with: new)
    case (.character("n"), []):
      editor.move(to: editor.selection?.upperBound ?? editor.cursor)
      return goOn(with: new)
    case (.character("a"), []): return replaceAll(with: new, at: time)
    case (.character("q"), []), (.escape, []), (.character("g"), .control): prompt = nil
    default: break
    }
    return .stays
  }

  private mutating func goOn(with new: String) -> Outcome {
    search.refresh(editor)
    guard let next = search.matches.firstIndex(where: { $0.lowerBound >= editor.cursor }) else {
      prompt = nil
      return .tells(.information("no more of it to the end of the text"))
    }
    show(next)
    return .stays
  }

  private mutating func replaceAll(with new: String, at time: Duration) -> Outcome {
    prompt = nil
    search.look(through: editor, mostMatches: .max)
    let matches = search.matches
    change(at: time) { $0.replaceAll(matches, with: new, at: time) }
    let count = "\(matches.count) place\(matches.count == 1 ? "" : "s")"
    let undo = "\(keymap.words(for: .undo)) takes all of it back"
    return .tells(
      search.isCutShort
        ? .warning("replaced in \(count), and the search was cut short: look again; \(undo)")
        : .information("replaced in \(count); \(undo)"))
  }
}
