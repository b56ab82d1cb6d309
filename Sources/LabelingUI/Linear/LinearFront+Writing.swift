import Preference
import Terminal

/// Corrections, comments and answers of several lines: the text, its draft and its rules are those of the editor on the screen.
extension LinearFront {
  private static let help = """
    Every line that you type is put behind the last one. A period first says something else:
    .           saves the text
    .3 words    line 3 becomes words
    .insert 3 X puts X before line 3
    .delete 3   deletes line 3; .delete 3-5 three lines
    .clear      begins with nothing; .original with what the model wrote
    .undo .redo takes a step back, or brings it again
    .list       says the text with its lines' numbers
    .editor     opens it in $VISUAL or $EDITOR
    .keep       puts it down as a draft
    .drop       drops what you wrote; asks for a second .drop
    ..          begins a line with a period
    """

  /// `correct a`, `correct a answer`, `correct a all`.
  mutating func correct(_ words: String) {
    guard case .comparing(let screen) = model.activity else { return say("no comparison is open") }
    let (name, field) = Self.firstWord(of: words)
    guard let column = screen.columns.first(where: { $0.label == name.uppercased() }) else {
      return say("say which run is to be corrected: correct a")
    }
    let fields = screen.item.comparison.candidates[column.candidate].output.correctionFields
    if field.isEmpty {
      guard fields.count > 1 else { return write(.correction(column.candidate, field: fields.first?.key)) }
      return say(fields, of: column, on: screen)
    }
    if let known = fields.first(where: { $0.key.unicodeScalars.elementsEqual(field.unicodeScalars) }) {
      return write(.correction(column.candidate, field: known.key))
    }
    guard field == "all", !fields.isEmpty else {
      return say("run \(column.label) has no part \(field); correct \(name) lists them")
    }
    write(.correction(column.candidate))
  }

  private func say(_ fields: [CorrectionField], of column: RunColumn, on screen: CompareScreen) {
    let name = column.label.lowercased()
    say("Run \(column.label) has several parts:")
    for (field, state) in zip(fields, screen.fieldStates(of: column.candidate, fields)) {
      let note = state.isEmpty ? "" : ", \(state)"
      say("correct \(name) \(field.key) (\(field.type)\(note)): \(field.beginning)")
    }
    say("correct \(name) all: all of it, as JSON")
  }

  /// In the rater's own editor if one is set, else line by line.
  mutating func write(_ subject: EditSubject) {
    var questions: ReasonsPanel?
    if case .reasons(let panel) = model.overlay { questions = panel }
    for effect in model.edit(subject, from: questions) { carryOut(effect) }
    guard model.editor != nil else { return }
    sayNotice()
    if terminal.edit != nil {
      saidText = model.editor?.subject
      openExternally()
    }
  }

  /// Says the text when it has just been opened, by the rater or because it was being written when the last session ended.
  mutating func sayTextIfOpened() {
    guard let editor = model.written else {
      saidText = nil
      return
    }
    guard saidText != editor.subject else { return }
    saidText = editor.subject
    let part = editor.subject.field.map { ", \($0)" } ?? ""
    say("\(editor.name.prefix(1).uppercased())\(editor.name.dropFirst())\(part):")
    sayText()
    say("Type lines to add them; .3 and words replace line 3; . alone saves; .help lists the rest.")
  }

  private func sayText() {
    guard let text = model.editor?.editor.text else { return }
    if text.isEmpty { return say("(empty)") }
    for line in 0..<lineCount {
      let start = text.start(ofLine: line)
      say("\(line + 1): \(text.text(in: start..<text.lineEnd(at: start)))")
    }
  }

  /// A line while a text is written.
  mutating func write(line: String) {
    if case .typeChange = model.overlay {
      let key = line == "y" || line == "yes" ? Key(.character("y")) : Key(.escape)
      return press(key)
    }
    let typed = PastedText(cleaning: Array(line.utf8))
    if let losses = typed.losses { say(losses) }
    let entry = LinearEntryLine(typed.text)
    if entry != .drop { asked = nil }
    switch entry {
    case .text(let line): append(line)
    case .replace(let number, let line): replace(number...number, with: line)
    case .insert(let number, let line): insert(line, before: number)
    case .delete(let numbers): delete(numbers)
    case .save: for effect in model.saveEdit(changingType: false) { carryOut(effect) }
    case .keep: close(keeping: true)
    case .drop: if mayDropText() { close(keeping: false) }
    case .list: sayText()
    case .clear: change { $0.replaceText(with: "", at: $1) }
    case .original: restoreOriginal()
    case .undo: tell(change { $0.undo() ? "" : "nothing to undo" })
    case .redo: tell(change { $0.redo() ? "" : "nothing to redo" })
    case .external: openExternally()
    case .help: say(Self.help)
    case .unknown(let line):
      say("\(line) means nothing here; .help lists what does, and .. begins a line with a period")
    }
  }
}

// MARK: - Changes

extension LinearFront {
  @discardableResult
  private mutating func change<Value>(_ body: (inout TextEditor, Duration) -> Value) -> Value? {
    let now = clock()
    var value: Value?
    _ = model.withEditor { editor in editor.change(at: now) { value = body(&$0, now) } }
    return value
  }

  @discardableResult
  private mutating func change(_ body: (inout TextEditor) -> String) -> String {
    change { editor, _ in body(&editor) } ?? ""
  }

  private func tell(_ words: String) { words.isEmpty ? sayText() : say(words) }

  /// Whether a line feed stands behind the last line, as in most files, and begins no line of its own.
  private var endsLines: Bool {
    guard let editor = model.written else { return false }
    let before = editor.saved.isEmpty ? editor.original : editor.saved
    return before.endsWithLineFeed
  }

  /// As they are numbered.
  var lineCount: Int {
    guard let text = model.written?.editor.text, !text.isEmpty else { return 0 }
    return text.lineCount - (endsLines && text.endsWithLineFeed ? 1 : 0)
  }

  private mutating func append(_ line: String) {
    let endsLines = endsLines
    change { editor, now in
      let hasEnd = endsLines && editor.text.endsWithLineFeed
      let end = editor.text.count - (hasEnd ? 1 : 0)
      let new = (end == 0 ? "" : "\n") + line + (endsLines && !hasEnd ? "\n" : "")
      editor.replace(end..<end, with: new, cursor: end + new.utf8.count, at: now)
    }
  }

  /// The bytes of lines, counted from 1, without the last one's end; `nil` and a word about it if there are no such lines.
  private func range(of numbers: ClosedRange<Int>) -> Range<Int>? {
    guard let text = model.editor?.editor.text else { return nil }
    guard numbers.upperBound <= lineCount else {
      say(lineCount == 1 ? "there is one line" : "there are \(lineCount) lines")
      return nil
    }
    let start = text.start(ofLine: numbers.lowerBound - 1)
    return start..<text.lineEnd(at: text.start(ofLine: numbers.upperBound - 1))
  }

  private mutating func replace(_ numbers: ClosedRange<Int>, with line: String) {
    guard let range = range(of: numbers) else { return }
    change { $0.replace(range, with: line, cursor: range.lowerBound + line.utf8.count, at: $1) }
    say("\(numbers.lowerBound): \(line)")
  }

  private mutating func insert(_ line: String, before number: Int) {
    guard let range = range(of: number...number) else { return }
    let start = range.lowerBound
    change { $0.replace(start..<start, with: line + "\n", cursor: start + line.utf8.count, at: $1) }
    say("\(number): \(line)")
  }

  private mutating func delete(_ numbers: ClosedRange<Int>) {
    guard let range = range(of: numbers), let text = model.editor?.editor.text else { return }
    let next = text.nextLineStart(at: range.upperBound)
    // With the last line goes the end of the one before it.
    let start =
      next == text.count && range.lowerBound > 0 && range.upperBound == text.count
      ? text.lineEnd(at: range.lowerBound - 1) : range.lowerBound
    change { $0.replace(start..<max(next, range.upperBound), with: "", cursor: start, at: $1) }
    sayText()
  }

  private mutating func restoreOriginal() {
    guard let original = model.editor?.original.string else { return }
    change { $0.replaceText(with: original, at: $1) }
    sayText()
  }

  private mutating func close(keeping: Bool) {
    let name = model.editor?.name ?? ""
    let wasChanged = model.editor?.isChanged ?? false
    for effect in model.leaveEditor(keeping: keeping && wasChanged) { carryOut(effect) }
    if keeping, wasChanged { model.notice = .information("the \(name) is kept as a draft") }
  }

  private mutating func openExternally() {
    guard let edit = terminal.edit else {
      return say("there is no editor here: set VISUAL or EDITOR, and begin at a terminal")
    }
    for effect in model.editExternally() {
      guard case .editExternally(let text) = effect else {
        carryOut(effect)
        continue
      }
      let end = edit(text)
      update(.externallyEdited(end, at: clock()))
      if case .changed = end {
        model.notice = .information(
          "taken over from your editor; . saves it, .undo brings back what was here")
      }
    }
    sayNotice()
    sayText()
    say(". saves, .editor goes back to the editor, .help lists the rest")
  }
}
