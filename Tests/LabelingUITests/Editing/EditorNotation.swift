import Terminal
import Testing

@testable import LabelingUI

/// A text with its cursor: `|` where it stands, `[` and `]` around what is selected. `[a|]b` has the cursor at the end of the
/// selection, `[|a]b` at its beginning.
struct EditorNotation {
  let text: String
  let cursor: Int
  let selection: Range<Int>?

  init(_ notation: String) {
    var scalars = String.UnicodeScalarView()
    var (cursor, start, end): (Int?, Int?, Int?)
    var count = 0
    for scalar in notation.unicodeScalars {
      switch scalar {
      case "|": cursor = count
      case "[": start = count
      case "]": end = count
      default:
        scalars.append(scalar)
        count += UTF8.width(scalar)
      }
    }
    text = String(scalars)
    self.cursor = cursor ?? count
    selection = start.flatMap { start in end.map { start..<$0 } }
  }

  static func text(of editor: TextEditor) -> String {
    let bytes = editor.text.bytes(in: 0..<editor.text.count)
    var result: [UInt8] = []
    for offset in 0...bytes.count {
      if let selection = editor.selection, selection.lowerBound == offset { result += Array("[".utf8) }
      if editor.cursor == offset { result += Array("|".utf8) }
      if let selection = editor.selection, selection.upperBound == offset { result += Array("]".utf8) }
      if offset < bytes.count { result.append(bytes[offset]) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Presses keys, one every second unless told otherwise, as the editor's screen does.
struct EditorDriver {
  var editor: TextEditor
  var pause = Duration.milliseconds(100)
  private let keymap: EditorKeymap
  private var now = Duration.zero
  private(set) var outcome = TextEditor.Outcome.done

  init(_ notation: String, columns: Int = 80, preset: KeyPreset = .default) {
    let before = EditorNotation(notation)
    editor = TextEditor(before.text, cursor: before.cursor)
    editor.fit(columns: columns, pageRows: 5)
    keymap = EditorKeymap(EditorKeyBindings(preset))
    if let selection = before.selection {
      editor.move(to: before.cursor == selection.lowerBound ? selection.upperBound : selection.lowerBound)
      editor.move(to: before.cursor, extending: true)
    }
  }

  /// Keys as they are written in settings; a word in quotes is typed.
  mutating func press(_ keys: String) throws {
    var pending: [Key] = []
    for word in keys.split(separator: " ") {
      if word.first == "'" {
        for scalar in word.unicodeScalars where scalar != "'" { type(scalar == "_" ? " " : scalar) }
        continue
      }
      pending.append(try KeyNotation.key(String(word)))
      guard let sequence = KeySequence(pending) else { continue }
      now += pause
      switch keymap.meaning(of: sequence) {
      case .beginning: continue
      case .command(let command, let extending):
        outcome = editor.perform(command, extending: extending, at: now)
      case .character(let scalar): editor.type(scalar, at: now)
      case .nothing: Issue.record("\(word) means nothing")
      }
      pending = []
    }
  }

  mutating func type(_ scalar: Unicode.Scalar) {
    now += pause
    editor.type(scalar, at: now)
  }

  mutating func wait() { now += .seconds(3) }

  var text: String { EditorNotation.text(of: editor) }
}
