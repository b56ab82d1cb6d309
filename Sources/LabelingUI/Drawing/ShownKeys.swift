import Terminal

/// The keys that a line of hints names, found in what was drawn: whatever can be read there can be clicked, on every screen.
struct ShownKeys {
  private struct Word {
    var text: String
    var columns: Range<Int>
    let role: Role
  }

  /// Hints are two blanks apart: `Enter opens  Up Down`.
  private static let gap = 2
  private var hints: [[Word]] = []

  init(row: Int, of surface: Surface) {
    for word in Self.words(row: row, of: surface) {
      if let last = hints.last?.last, word.columns.lowerBound - last.columns.upperBound < Self.gap,
        last.role == .statusKey || word.role != .statusKey
      {
        hints[hints.count - 1].append(word)
      } else {
        hints.append([word])
      }
    }
  }

  /// What a click in that column presses, one key after the other. Keys that stand out from their words are a sequence;
  /// of others (`Up Down`) it is the one that was clicked.
  func keys(at column: Int) -> [Key] {
    let hint = hints.first { hint in
      guard let first = hint.first, let last = hint.last else { return false }
      return (first.columns.lowerBound..<last.columns.upperBound).contains(column)
    }
    guard let hint, let first = hint.first, hint.allSatisfy({ Self.roles.contains($0.role) })
    else { return [] }
    let named = hint.map { (columns: $0.columns, key: Self.key($0)) }.prefix { $0.key != nil }
    // A sign before what is typed stands alone.
    guard named.count < hint.count || first.role == .hint else { return [] }
    if first.role == .statusKey { return named.compactMap(\.key) }
    return [(named.first { $0.columns.contains(column) } ?? named.first)?.key].compactMap(\.self)
  }

  /// What somebody typed is in none of them.
  private static let roles: Set<Role> = [.statusKey, .hint, .inputPlaceholder, .inputError]

  /// A lone letter among other words is none.
  private static func key(_ word: Word) -> Key? {
    guard word.role == .statusKey || word.text.unicodeScalars.count > 1 else { return nil }
    return try? KeyNotation.key(word.text)
  }

  private static func words(row: Int, of surface: Surface) -> [Word] {
    var words: [Word] = []
    for column in 0..<surface.size.columns {
      let cell = surface[Position(column: column, row: row)]
      guard cell.glyph != .space else { continue }
      if var last = words.last, last.columns.upperBound == column, last.role == cell.role {
        last.text += cell.glyph.width > 0 ? cell.glyph.text : ""
        last.columns = last.columns.lowerBound..<column + 1
        words[words.count - 1] = last
      } else {
        words.append(Word(text: cell.glyph.text, columns: column..<column + 1, role: cell.role))
      }
    }
    return words
  }
}
