import Foundation
import GRDB
import Preference

/// What lists are searched by: a comparison's id and its whole prompt, in lower case, in a table that holds nothing else and
/// can be read through with every key.
enum SearchLine {
  static func insert(_ comparison: Comparison, ordinal: Int, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO search_line (ordinal, line) VALUES (?, CAST(? AS TEXT))")
      .execute(arguments: [ordinal, Data(line(of: comparison).utf8)])
  }

  static func line(of comparison: Comparison) -> String {
    let prompt =
      switch comparison.prompt {
      case .text(let text): text
      case .messages(let messages): messages.map(\.content).joined(separator: "\n")
      }
    return folded("\(comparison.id)\n\(prompt)")
  }

  static func folded(_ text: String) -> String { text.lowercased() }

  /// The ordinals in a range whose comparisons have all the words, ascending.
  static func ordinals(with words: SearchWords, in range: ClosedRange<Int>, _ db: Database) throws -> [Int] {
    let conditions = words.words.map { _ in "instr(line, CAST(? AS TEXT)) > 0" }.joined(separator: " AND ")
    let sql = """
      SELECT ordinal FROM search_line WHERE ordinal BETWEEN ? AND ? AND ((\(conditions)) OR ordinal = ?)
      ORDER BY ordinal
      """
    let bounds: [(any DatabaseValueConvertible)?] = [range.lowerBound, range.upperBound]
    return try Int.fetchAll(
      db.cachedStatement(sql: sql),
      arguments: StatementArguments(bounds + words.words.map { Data($0) } + [words.number]))
  }
}
