import GRDB
import Preference

/// Tells of one comparison whether it is in a state, without reading it.
struct QueueStateCheck {
  let db: Database
  let raterID: Int64?

  init(db: Database, raterID: Int64?) {
    self.db = db
    self.raterID = raterID
  }

  init(rater: String, _ db: Database) throws {
    self.init(db: db, raterID: try Rater.fetch(rater, db)?.id)
  }

  func isComparison(_ ordinal: Int, in state: QueueFilter.State) throws -> Bool {
    switch state {
    case .all: true
    case .unjudged: try !isJudged(ordinal)
    case .judged: try isJudged(ordinal)
    case .flagged: try holds(ordinal, inTable: "flag")
    case .drafts: try holds(ordinal, inTable: "draft")
    case .disagreement: Set(try Disagreement.opinions(on: ordinal, db)).count > 1
    }
  }

  private func isJudged(_ ordinal: Int) throws -> Bool {
    guard let raterID else { return false }
    return try JudgedSpans(raterID: raterID).firstOutside(after: ordinal - 1, db) != ordinal
  }

  func holds(_ ordinal: Int, inTable table: String) throws -> Bool {
    guard let raterID else { return false }
    let sql = "SELECT 1 FROM \(table) WHERE rater = ? AND comparison = ?"
    return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [raterID, ordinal]) != nil
  }
}
