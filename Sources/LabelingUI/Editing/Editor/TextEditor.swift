import Terminal

/// A text with a cursor, and what keys do to both. Times come with the keys.
struct TextEditor: Equatable, Sendable {
  /// What was replaced last, for whoever keeps marks in the text.
  struct Change: Equatable, Sendable {
    let range: Range<Int>
    let count: Int
  }

  private(set) var text: TextRope { didSet { known = KnownPieces() } }
  /// In bytes; always at a stop but where an edit has joined what stood on both sides.
  private(set) var cursor: Int
  /// Where the selection began, if there is one.
  private(set) var anchor: Int?
  /// Motions select, as with Shift.
  private(set) var isMarking = false
  /// What was cut or copied last.
  private(set) var clipboard = ""
  /// Counts versions of the text.
  private(set) var revision = 0
  /// `nil` when more than one place changed.
  private(set) var lastChange: Change?
  /// The column that motions up and down keep to.
  private var goalColumn: Int?
  private var history = EditHistory()
  /// What showed last, laid out.
  private var known = KnownPieces()
  private(set) var columns = 80
  private(set) var pageRows = 20
  let repertoire: Repertoire

  init(_ text: String = "", cursor: Int = 0, repertoire: Repertoire = .unicode) {
    self.text = TextRope(text)
    self.cursor = self.text.stop(atOrBefore: cursor)
    self.repertoire = repertoire
  }

  /// Ascending; `nil` if nothing is selected.
  var selection: Range<Int>? {
    anchor.flatMap { $0 == cursor ? nil : min($0, cursor)..<max($0, cursor) }
  }

  var flow: TextFlow { TextFlow(text: text, columns: columns, repertoire: repertoire, known: known) }

  mutating func fit(columns: Int, pageRows: Int) {
    (self.columns, self.pageRows) = (max(1, columns), max(1, pageRows))
    goalColumn = nil
    known = KnownPieces()
  }

  /// Keeps the layout of what shows, for the next key.
  mutating func remember(_ places: [TextFlow.Place]) {
    var pieces: [TextFlow.Piece] = []
    for place in places where pieces.last?.range != place.piece.range { pieces.append(place.piece) }
    known = KnownPieces(pieces)
  }
}

// MARK: - The cursor

extension TextEditor {
  /// Puts the cursor somewhere; `extending` selects what lies between.
  mutating func move(to offset: Int, extending: Bool = false) {
    goalColumn = nil
    place(at: offset, extending: extending)
  }

  /// The same for motions by rows, which keep the column.
  mutating func moveRows(by steps: Int, extending: Bool) {
    let flow = flow
    let from = flow.place(of: cursor)
    let column = goalColumn ?? from.column(of: cursor)
    let target = flow.place(steps, from: from)
    if target.start == from.start {
      place(at: steps < 0 ? from.start : max(cursor, from.range.upperBound), extending: extending)
    } else {
      place(at: text.stop(atOrBefore: target.offset(inColumn: column)), extending: extending)
    }
    goalColumn = column
  }

  private mutating func place(at offset: Int, extending: Bool) {
    if extending || isMarking { anchor = anchor ?? cursor } else { anchor = nil }
    cursor = max(0, min(offset, text.count))
  }

  mutating func toggleMarking() {
    isMarking.toggle()
    anchor = isMarking ? cursor : nil
  }

  mutating func select(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<text.count)
    (anchor, cursor, isMarking, goalColumn) = (range.lowerBound, range.upperBound, false, nil)
  }

  mutating func dropSelection() {
    (anchor, isMarking) = (nil, false)
  }
}

// MARK: - Edits

extension TextEditor {
  /// Puts a text in the place of what is selected.
  mutating func insert(_ new: String, kind: EditHistory.Kind = .other, at time: Duration) {
    let range = selection ?? cursor..<cursor
    replace(range, with: new, cursor: range.lowerBound + new.utf8.count, kind: kind, at: time)
  }

  mutating func type(_ scalar: Unicode.Scalar, at time: Duration) {
    insert(String(scalar), kind: .typing(isBlank: ScalarClass.of(scalar) == .blank), at: time)
  }

  mutating func erase(_ range: Range<Int>, kind: EditHistory.Kind = .erasing, at time: Duration) {
    guard !range.isEmpty else { return }
    replace(range, with: "", cursor: range.lowerBound, kind: kind, at: time)
  }

  mutating func replace(
    _ range: Range<Int>, with new: String, cursor: Int, kind: EditHistory.Kind = .other, at time: Duration
  ) {
    guard !(range.isEmpty && new.utf8.isEmpty) else { return }
    begin(kind: kind, cursor: cursor, at: time)
    let change = Change(range: range, count: new.utf8.count)
    let stillKnown = known.following(change)
    text.replace(range, with: new)
    known = stillKnown
    lastChange = change
    finish(cursor: cursor)
  }

  /// Replaces several ranges, ascending, in one step.
  mutating func replaceAll(_ ranges: [Range<Int>], with new: String, at time: Duration) {
    guard let first = ranges.first else { return }
    let cursor = first.lowerBound + new.utf8.count
    begin(kind: .other, cursor: cursor, at: time)
    var (result, end) = (TextRope(), 0)
    for range in ranges {
      result.replace(result.count..<result.count, with: text.slice(end..<range.lowerBound))
      result.replace(result.count..<result.count, with: new)
      end = range.upperBound
    }
    result.replace(result.count..<result.count, with: text.slice(end..<text.count))
    text = result
    lastChange = nil
    finish(cursor: cursor)
  }

  /// Another text altogether, in one step.
  mutating func replaceText(with new: String, at time: Duration) {
    let kept = min(cursor, new.utf8.count)
    replace(0..<text.count, with: new, cursor: kept, at: time)
    cursor = text.stop(atOrBefore: kept)
    lastChange = nil
  }

  private var version: EditHistory.Version {
    EditHistory.Version(text: text, cursor: cursor, anchor: anchor)
  }

  private mutating func begin(kind: EditHistory.Kind, cursor: Int, at time: Duration) {
    history.note(version, kind: kind, cursor: cursor, at: time)
  }

  private mutating func finish(cursor: Int) {
    self.cursor = min(cursor, text.count)
    dropSelection()
    goalColumn = nil
    revision += 1
  }

  /// `false` if there is nothing to undo.
  mutating func undo() -> Bool { take(history.undo(from: version)) }

  mutating func redo() -> Bool { take(history.redo(from: version)) }

  private mutating func take(_ version: EditHistory.Version?) -> Bool {
    guard let version else { return false }
    (text, cursor, anchor, isMarking) = (version.text, version.cursor, version.anchor, false)
    (lastChange, goalColumn) = (nil, nil)
    revision += 1
    return true
  }

  /// Takes what is selected, or else the line, and says what it is.
  mutating func copy() -> String {
    clipboard = text.text(in: cutRange)
    return clipboard
  }

  var cutRange: Range<Int> {
    selection ?? text.lineStart(at: cursor)..<text.nextLineStart(at: cursor)
  }
}
