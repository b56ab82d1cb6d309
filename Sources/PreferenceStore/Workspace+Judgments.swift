import FeedbackSubmission
import Foundation
import GRDB
import Preference

extension Workspace {
  /// Records a decision as the rater's newest judgment of a comparison, and with it, in the same transaction, the feedback
  /// that the server should have. When this returns, the judgment is saved.
  ///
  /// - Parameter id: A new version 7 identifier.
  package func record(_ new: NewJudgment, rater: String, id: UUID, now: Date) throws -> Judgment {
    let subject = try database.read { try ComparisonTable.fetchExisting(new.ordinal, $0) }
    try new.validate(candidateCount: subject.comparison.candidates.count)
    return try database.write { db in
      let raterID = try RaterTable.idMakingIfNew(of: rater, db)
      let lineage = try JudgmentTable.lineage(ordinal: new.ordinal, raterID: raterID, db)
      let judgment = Judgment(
        id: id, lineage: lineage?.id ?? id, revision: (lineage?.revision ?? 0) + 1,
        comparisonID: subject.comparison.id, rater: rater, verdict: new.decision.verdict,
        ranking: new.decision.ranking, comment: new.comment, orderShown: new.orderShown,
        elapsedMilliseconds: new.elapsedMilliseconds, decidedAt: now.inWholeMilliseconds,
        programVersion: programVersion)
      let current = CurrentJudgments(raterID: raterID)
      let before = try current.fetch(new.ordinal, db)
      let after = try JudgmentTable.insert(judgment, ordinal: new.ordinal, raterID: raterID, db)
      try current.set(after, for: new.ordinal, db)
      try ActionLog(raterID: raterID).append(.init(ordinal: new.ordinal, before: before, after: after), db)
      try FeedbackMapping(comparison: subject.comparison, settings: .fetch(db))
        .deliver(judgment, lineage: judgment.lineage, now: now, in: db)
      return judgment
    }
  }

  /// Takes the rater's last action back; `nil` if there is none left.
  package func undo(rater: String, now: Date) throws -> HistoryStep? {
    try step(rater: rater, now: now) { log, db in try log.undo(db).map { ($0.ordinal, $0.before) } }
  }

  /// Does again what was undone last; `nil` if nothing was, or if the rater has judged since.
  package func redo(rater: String, now: Date) throws -> HistoryStep? {
    try step(rater: rater, now: now) { log, db in try log.redo(db).map { ($0.ordinal, $0.after) } }
  }

  private func step(
    rater: String, now: Date, _ move: (ActionLog, Database) throws -> (ordinal: Int, judgment: Int64?)?
  ) throws -> HistoryStep? {
    try database.write { db in
      guard let raterID = try RaterTable.id(of: rater, db),
        let (ordinal, sequence) = try move(ActionLog(raterID: raterID), db),
        let lineage = try JudgmentTable.lineage(ordinal: ordinal, raterID: raterID, db)
      else { return nil }
      let judgment = try sequence.map { try JudgmentTable.fetch($0, db) }
      try CurrentJudgments(raterID: raterID).set(sequence, for: ordinal, db)
      let comparison = try ComparisonTable.fetchExisting(ordinal, db).comparison
      try FeedbackMapping(comparison: comparison, settings: .fetch(db))
        .deliver(judgment, lineage: lineage.id, now: now, in: db)
      return HistoryStep(ordinal: ordinal, current: judgment)
    }
  }
}
