import GRDB
import Preference
import StrictJSON

/// Comparisons of which raters said different things.
enum Disagreement {
  /// What was said, in a form in which the same is the same: candidates that are tied have no order.
  static func opinion(verdict: String, ranking: String) throws -> String {
    let tiers = try JSONParser.parse(ranking.utf8).array ?? []
    let sorted = tiers.map { ($0.array ?? []).compactMap { $0.number?.intValue }.sorted() }
    return "\(verdict) \(sorted)"
  }

  static func ordinals(_ db: Database) throws -> [Int] { try found(db).differing }

  /// Of how many comparisons several raters said something, and of how many of them the same.
  static func agreement(_ db: Database) throws -> RaterAgreement {
    let found = try found(db)
    return RaterAgreement(shared: found.shared, same: found.shared - found.differing.count)
  }

  private static func found(_ db: Database) throws -> (shared: Int, differing: [Int]) {
    // Most workspaces have one rater, who never disagrees.
    guard try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM rater")) ?? 0 > 1 else {
      return (0, [])
    }
    var opinions: [Int: String] = [:]
    var shared: Set<Int> = []
    var differing: Set<Int> = []
    let rows = try Row.fetchCursor(db.cachedStatement(sql: judgments))
    while let row = try rows.next() {
      let ordinal: Int = row[0]
      let said = try opinion(verdict: row[1], ranking: row[2])
      guard let other = opinions.updateValue(said, forKey: ordinal) else { continue }
      shared.insert(ordinal)
      if other != said { differing.insert(ordinal) }
    }
    return (shared.count, differing.sorted())
  }

  /// What each rater who has judged the comparison said.
  static func opinions(on ordinal: Int, _ db: Database) throws -> [String] {
    let sql = """
      SELECT verdict, ranking FROM rater
      JOIN lineage ON lineage.rater = rater.id AND lineage.comparison = ?
      JOIN judgment ON judgment.lineage = lineage.id AND judgment.revision = lineage.current
      """
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [ordinal])
      .map { try opinion(verdict: $0[0], ranking: $0[1]) }
  }

  private static let judgments = """
    SELECT lineage.comparison, verdict, ranking FROM lineage
    JOIN judgment ON judgment.lineage = lineage.id AND judgment.revision = lineage.current
    """
}
