import Terminal

/// A line that is typed into: a search, a number, a filter.
struct InputLine: Equatable, Sendable {
  /// More is nobody's search.
  private static let longest = 1000

  private(set) var scalars: [Unicode.Scalar]
  /// How many scalars stand before the cursor.
  private(set) var cursor: Int
  /// What is typed next takes the place of all of it, as in a line that is selected.
  private(set) var isSelected: Bool

  init(_ text: String = "", isSelected: Bool = false) {
    scalars = Array(text.unicodeScalars)
    cursor = scalars.count
    self.isSelected = isSelected && !scalars.isEmpty
  }

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  var isEmpty: Bool { scalars.isEmpty }

  /// Takes a key that edits; `false` if the key does not.
  mutating func take(_ key: Key) -> Bool {
    if isSelected, key.code == .backspace || key.code == .delete { (scalars, cursor) = ([], 0) }
    defer { isSelected = false }
    switch (key.code, key.modifiers) {
    case (.character(let scalar), []): insert([scalar])
    case (.left, []), (.character("b"), .control): cursor = max(0, cursor - 1)
    case (.right, []), (.character("f"), .control): cursor = min(scalars.count, cursor + 1)
    case (.home, []), (.character("a"), .control): cursor = 0
    case (.end, []), (.character("e"), .control): cursor = scalars.count
    case (.left, .control), (.left, .alt), (.character("b"), .alt): cursor = wordStart
    case (.right, .control), (.right, .alt), (.character("f"), .alt): cursor = wordEnd
    default: return deletes(key)
    }
    return true
  }

  /// A paste becomes part of the line, its ends of line blanks.
  mutating func insert(pasted text: String) {
    insert(text.unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 })
  }

  private mutating func insert(_ new: [Unicode.Scalar]) {
    if isSelected { (scalars, cursor, isSelected) = ([], 0, false) }
    let new = new.prefix(max(0, Self.longest - scalars.count))
    scalars.insert(contentsOf: new, at: cursor)
    cursor += new.count
  }

  private mutating func deletes(_ key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.backspace, []), (.character("h"), .control): delete(max(0, cursor - 1)..<cursor)
    case (.delete, []), (.character("d"), .control): delete(cursor..<min(scalars.count, cursor + 1))
    case (.backspace, .alt), (.character("w"), .control): delete(wordStart..<cursor)
    case (.character("d"), .alt): delete(cursor..<wordEnd)
    case (.character("u"), .control): delete(0..<cursor)
    case (.character("k"), .control): delete(cursor..<scalars.count)
    default: return false
    }
    return true
  }

  private mutating func delete(_ range: Range<Int>) {
    scalars.removeSubrange(range)
    cursor = range.lowerBound
  }

  private var wordStart: Int {
    var index = cursor
    while index > 0, scalars[index - 1] == " " { index -= 1 }
    while index > 0, scalars[index - 1] != " " { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    var index = cursor
    while index < scalars.count, scalars[index] == " " { index += 1 }
    while index < scalars.count, scalars[index] != " " { index += 1 }
    return index
  }
}
