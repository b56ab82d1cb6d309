import Foundation
import GRDB
import Preference

/// What lists are searched by: a comparison's id and the beginning of its prompt, in lower case, in a table narrow enough to
/// be read through with every key.
enum SearchLine {
  static func insert(_ comparison: Comparison, ordinal: Int, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO search_line (ordinal, line) VALUES (?, CAST(? AS TEXT))")
      .execute(arguments: [ordinal, Data(line(id: comparison.id, excerpt: comparison.excerpt).utf8)])
  }

  static func line(id: String, excerpt: String) -> String {
    folded("\(Comparison.excerpt(of: id)) \(excerpt)")
  }

  static func folded(_ text: String) -> String { text.lowercased() }

  /// The ordinals of the comparisons with all words of a text, ascending; `nil` if it has no words.
  static func ordinals(with text: String, _ db: Database) throws -> [Int]? {
    let words = folded(text).split(whereSeparator: \.isWhitespace).prefix(16)
    guard !words.isEmpty else { return nil }
    let conditions = words.map { _ in "instr(line, CAST(? AS TEXT)) > 0" }.joined(separator: " AND ")
    let number = words.count == 1 ? Int(words[0]) : nil
    let sql = "SELECT ordinal FROM search_line WHERE (\(conditions)) OR ordinal = ? ORDER BY ordinal"
    let values: [(any DatabaseValueConvertible)?] = words.map { Data($0.utf8) } + [number]
    return try Int.fetchAll(db.cachedStatement(sql: sql), arguments: StatementArguments(values))
  }
}
