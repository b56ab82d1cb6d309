import Foundation
import GRDB
import Preference

/// Reads what lists show of single comparisons: as many as are on a screen.
struct QueueEntryReader {
  let db: Database
  let rater: String
  let raterID: Int64?
  let settings: WorkspaceSettings

  init(rater: String, _ db: Database) throws {
    self.db = db
    self.rater = rater
    raterID = try Rater.fetch(rater, db)?.id
    settings = try WorkspaceSettings.fetch(db)
  }

  func entry(_ ordinal: Int) throws -> QueueEntry {
    let row = try ComparisonTable.fetchExisting(ordinal, db)
    let own = try raterID.flatMap { try Lineage.fetch(raterID: $0, ordinal: ordinal, db) }
    let judgment = try own?.currentJudgment(db)
    let opinions = try Disagreement.opinions(on: ordinal, db)
    let check = QueueStateCheck(db: db, raterID: raterID)
    let order = settings.order(of: row, rater: rater)
    let hasDraft = try check.holds(ordinal, inTable: "draft")
    let drafts = try raterID.flatMap { raterID in
      try hasDraft
        ? DraftTable.fetchReadable(ordinal, raterID: raterID, candidates: row.comparison.candidates, db) : nil
    }
    return QueueEntry(
      number: ordinal, id: row.comparison.id, prompt: row.comparison.excerpt,
      order: order,
      decision: judgment.map { Decision(verdict: $0.verdict, ranking: $0.ranking) },
      elapsedMilliseconds: judgment?.elapsedMilliseconds,
      hasDraft: hasDraft, begun: hasDraft ? drafts.contents(order: order) : [],
      begunElsewhere: Array(drafts?.words(order: order).dropFirst() ?? []),
      isFlagged: try check.holds(ordinal, inTable: "flag"), raterCount: opinions.count,
      ratersDiffer: Set(opinions).count > 1)
  }
}
