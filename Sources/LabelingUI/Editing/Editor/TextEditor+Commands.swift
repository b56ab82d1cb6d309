/// What each command does to the text and its cursor.
extension TextEditor {
  enum Outcome: Equatable {
    case done
    /// For the terminal's clipboard too.
    case copied(String)
    case refused(String)
    /// Not the text's business.
    case notTaken
  }

  /// What Tab writes where nothing is selected.
  static let indentation = "  "

  mutating func perform(_ command: EditorCommand, extending: Bool = false, at time: Duration) -> Outcome {
    if command.isMotion {
      move(command, extending: extending)
      return .done
    }
    switch command {
    case .select: toggleMarking()
    case .selectAll: select(0..<text.count)
    case .newLine: insert(lineEnding, kind: .typing(isBlank: true), at: time)
    case .indent: indent(at: time)
    case .outdent: outdent(at: time)
    case .cut: return cut(at: time)
    case .copy: return .copied(copy())
    case .paste:
      guard !clipboard.isEmpty else { return .refused("nothing was cut or copied here yet") }
      insert(clipboard, at: time)
    case .undo: return undo() ? .done : .refused("nothing to undo")
    case .redo: return redo() ? .done : .refused("nothing to redo")
    default: return erase(by: command, at: time)
    }
    return .done
  }

  private mutating func move(_ command: EditorCommand, extending: Bool) {
    switch command {
    case .up: return moveRows(by: -1, extending: extending)
    case .down: return moveRows(by: 1, extending: extending)
    case .pageUp: return moveRows(by: -max(1, pageRows - 1), extending: extending)
    case .pageDown: return moveRows(by: max(1, pageRows - 1), extending: extending)
    default: move(to: target(of: command, extending: extending), extending: extending)
    }
  }

  private func target(of command: EditorCommand, extending: Bool) -> Int {
    switch command {
    case .left:
      !extending && !isMarking && selection != nil ? selection?.lowerBound ?? 0 : text.stop(before: cursor)
    case .right:
      !extending && !isMarking && selection != nil ? selection?.upperBound ?? 0 : text.stop(after: cursor)
    case .wordLeft: text.wordStart(before: cursor)
    case .wordRight: text.wordEnd(after: cursor)
    case .lineStart: rowStart
    case .lineEnd: rowEnd
    case .paragraphUp: paragraphStart
    case .paragraphDown: paragraphEnd
    case .toStart: 0
    case .toEnd: text.count
    default: cursor
    }
  }

  /// Of the row; from there, of the line.
  private var rowStart: Int {
    let start = flow.place(of: cursor).start
    return start < cursor ? start : text.lineStart(at: cursor)
  }

  private var rowEnd: Int {
    let end = flow.place(of: cursor).end
    return end > cursor ? end : text.lineEnd(at: cursor)
  }

  /// The blank line before, or the beginning.
  private var paragraphStart: Int {
    var line = text.line(at: cursor)
    while line > 0, isBlank(line) { line -= 1 }
    while line > 0, !isBlank(line) { line -= 1 }
    return text.start(ofLine: line)
  }

  private var paragraphEnd: Int {
    var line = text.line(at: cursor)
    while line < text.lineCount, isBlank(line) { line += 1 }
    while line < text.lineCount, !isBlank(line) { line += 1 }
    return line < text.lineCount ? text.start(ofLine: line) : text.count
  }

  private func isBlank(_ line: Int) -> Bool {
    let start = text.start(ofLine: line)
    return text.bytes(in: start..<text.lineEnd(at: start)).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Lines end here as the line before does.
  private var lineEnding: String {
    let start = text.lineStart(at: cursor)
    let isPair = start >= 2 && text.bytes(in: start - 2..<start) == [0x0D, 0x0A]
    return isPair ? "\r\n" : "\n"
  }
}

// MARK: - Erasing and indenting

extension TextEditor {
  private mutating func erase(by command: EditorCommand, at time: Duration) -> Outcome {
    let range: Range<Int>? =
      switch command {
      case .deleteBackward: selection ?? text.stop(before: cursor)..<cursor
      case .deleteForward: selection ?? cursor..<text.stop(after: cursor)
      case .deleteWordBackward: selection ?? text.wordStart(before: cursor)..<cursor
      case .deleteWordForward: selection ?? cursor..<text.wordEnd(after: cursor)
      case .deleteToLineStart: text.lineStart(at: cursor)..<cursor
      case .deleteToLineEnd: restOfLine
      case .deleteLine: text.lineStart(at: cursor)..<text.nextLineStart(at: cursor)
      default: nil
      }
    guard let range else { return .notTaken }
    erase(range, at: time)
    return .done
  }

  /// At the end of a line, the line's end.
  private var restOfLine: Range<Int> {
    let end = text.lineEnd(at: cursor)
    return cursor..<(end > cursor ? end : text.nextLineStart(at: cursor))
  }

  private mutating func cut(at time: Duration) -> Outcome {
    let range = cutRange
    guard !range.isEmpty else { return .refused("there is nothing to cut") }
    let copied = copy()
    erase(range, kind: .other, at: time)
    return .copied(copied)
  }

  private mutating func indent(at time: Duration) {
    guard selection != nil else { return insert(Self.indentation, kind: .typing(isBlank: true), at: time) }
    changeLines(at: time) { $0.isEmpty ? $0 : Array(Self.indentation.utf8) + $0 }
  }

  private mutating func outdent(at time: Duration) {
    changeLines(at: time) { line in
      if line.first == 0x09 { return Array(line.dropFirst()) }
      return Array(line.dropFirst(line.prefix(Self.indentation.utf8.count).prefix { $0 == 0x20 }.count))
    }
  }

  /// Changes the lines that are selected, or the one with the cursor, in one step.
  private mutating func changeLines(at time: Duration, _ change: ([UInt8]) -> [UInt8]) {
    let selected = selection ?? cursor..<cursor
    let last = selected.isEmpty ? selected.upperBound : selected.upperBound - 1
    let range = text.lineStart(at: selected.lowerBound)..<text.lineEnd(at: last)
    let old = text.bytes(in: range)
    let new = old.split(separator: 0x0A, omittingEmptySubsequences: false).map { change(Array($0)) }
    let bytes = Array(new.joined(separator: [0x0A]))
    guard bytes != old else { return }
    let wasSelected = selection != nil
    let offset = max(range.lowerBound, cursor + bytes.count - old.count)
    replace(range, with: String(decoding: bytes, as: UTF8.self), cursor: offset, at: time)
    if wasSelected { select(range.lowerBound..<range.lowerBound + bytes.count) }
  }
}
