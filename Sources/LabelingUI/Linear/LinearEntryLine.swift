/// A line that is typed while a text is written: a line of the text, or behind a period what is to be done with it.
enum LinearEntryLine: Equatable {
  /// Behind the last line.
  case text(String)
  /// Instead of the line of that number, counted from 1.
  case replace(Int, String)
  /// Before the line of that number.
  case insert(Int, String)
  case delete(ClosedRange<Int>)
  case save, keep, drop
  case list, clear, original, undo, redo, external, help
  case unknown(String)

  private static let words: [String: LinearEntryLine] = [
    "": .save, "save": .save, "keep": .keep, "drop": .drop, "list": .list, "clear": .clear,
    "original": .original, "undo": .undo, "redo": .redo, "editor": .external, "help": .help, "?": .help,
  ]

  init(_ line: String) {
    guard line.unicodeScalars.first == "." else {
      self = .text(line)
      return
    }
    let rest = String(line.unicodeScalars.dropFirst())
    if rest.unicodeScalars.first == "." {
      self = .text(rest)
    } else {
      self = Self.words[rest] ?? Self.numbered(rest) ?? .unknown(line)
    }
  }

  /// `3 words`, `insert 3 words`, `delete 3`, `delete 3-5`.
  private static func numbered(_ line: String) -> LinearEntryLine? {
    let (first, rest) = cut(line)
    if let number = number(first) { return .replace(number, rest) }
    switch first {
    case "insert":
      let (count, words) = cut(rest)
      return number(count).map { .insert($0, words) }
    case "delete":
      let ends = rest.split(separator: "-", maxSplits: 1).map { number(String($0)) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last else { return nil }
      return .delete(first...last)
    default: return nil
    }
  }

  private static func number(_ word: String) -> Int? { Int(word).flatMap { $0 > 0 ? $0 : nil } }

  /// At the first blank; what is behind it keeps its own.
  private static func cut(_ line: String) -> (String, String) {
    let scalars = line.unicodeScalars
    guard let blank = scalars.firstIndex(of: " ") else { return (line, "") }
    return (String(scalars[..<blank]), String(scalars[scalars.index(after: blank)...]))
  }
}
