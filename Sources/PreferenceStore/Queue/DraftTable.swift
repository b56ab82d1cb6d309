import GRDB
import Preference
import StrictJSON

/// What raters have begun to say of comparisons and not saved.
enum DraftTable {
  /// A draft that cannot be read is none.
  static func fetch(_ ordinal: Int, raterID: Int64, candidateCount: Int, _ db: Database) throws -> Ranking? {
    let sql = "SELECT body FROM draft WHERE rater = ? AND comparison = ?"
    let body = try String.fetchOne(db.cachedStatement(sql: sql), arguments: [raterID, ordinal])
    guard let body, let tiers = try? JSONParser.parse(body.utf8).object?["ranking"]?.array else { return nil }
    let indices = tiers.map { ($0.array ?? []).compactMap { $0.number?.intValue } }
    return Ranking(tiers: indices, candidateCount: candidateCount)
  }

  static func save(_ ranking: Ranking, _ ordinal: Int, raterID: Int64, _ db: Database) throws {
    let sql = """
      INSERT INTO draft (rater, comparison, body) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body
      """
    let body = #"{"ranking":\#(JudgmentCoding.text(ofTiers: ranking.tiers))}"#
    try db.cachedStatement(sql: sql).execute(arguments: [raterID, ordinal, body])
  }

  static func delete(_ ordinal: Int, raterID: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM draft WHERE rater = ? AND comparison = ?")
      .execute(arguments: [raterID, ordinal])
  }
}
