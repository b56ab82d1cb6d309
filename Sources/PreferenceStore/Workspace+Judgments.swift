import FeedbackSubmission
import Foundation
import GRDB
import Preference

extension Workspace {
  /// Records a decision as the rater's newest judgment of a comparison, and with it, in the same transaction, the feedback
  /// that the server should have. When this returns, the judgment is saved.
  ///
  /// - Parameter id: A new version 7 identifier.
  package func record(_ new: NewJudgment, rater name: String, id: UUID, now: Date) throws -> Judgment {
    try database.write { db in
      let comparison = try comparisonRow(new.ordinal, db).comparison
      let rubric = try new.rubricVersion.flatMap { try RubricTable.fetch($0, db)?.rubric }
      try new.validate(for: comparison.candidates, rubric: rubric)
      let rater = try Rater.fetchMakingIfNew(name, db)
      let before = try Lineage.fetch(raterID: rater.id, ordinal: new.ordinal, db)
      try new.requireKnown(before?.current)
      let former = try before?.currentJudgment(db)
      let revision = (before?.newest ?? 0) + 1
      let lineage = Lineage(
        raterID: rater.id, ordinal: new.ordinal, id: before?.id ?? id, newest: revision, current: revision)
      let judgment = Judgment(
        id: id, lineage: lineage.id, revision: revision, comparisonID: comparison.id, rater: name,
        verdict: new.decision.verdict, ranking: new.decision.ranking,
        remarks: new.decision.remarks.cleaned(for: comparison.candidates), rubricVersion: new.rubricVersion,
        orderShown: new.orderShown,
        elapsedMilliseconds: new.elapsedMilliseconds,
        decidedAt: now.inWholeMilliseconds, programVersion: programVersion)
      try lineage.save(replacing: before, db)
      try JudgmentTable.insert(judgment, lineage: lineage, db)
      try keepDraft(of: new, raterID: rater.id, of: comparison, now: now, db)
      try ActionLog(rater: rater)
        .append(.init(ordinal: new.ordinal, before: before?.current, after: revision), db)
      try deliver(judgment, instead: former, lineage: lineage, of: comparison, now: now, db)
      return judgment
    }
  }

  /// Takes the rater's last action back; `nil` if there is none left.
  package func undo(rater: String, now: Date) throws -> HistoryStep? {
    try step(rater: rater, now: now) { log, db in
      try log.undo(db).map { ($0.ordinal, $0.before) }
    } draft: { remarks, undone, held, db in
      try remarks.keep(undone, unlessIn: held, now: now, db)
    }
  }

  /// Does again what was undone last; `nil` if nothing was, or if the rater has judged since.
  package func redo(rater: String, now: Date) throws -> HistoryStep? {
    try step(rater: rater, now: now) { log, db in
      try log.redo(db).map { ($0.ordinal, $0.after) }
    } draft: { remarks, _, redone, db in
      try remarks.forget(redone, now: now, db)
    }
  }

  /// - Parameter draft: What becomes of the draft, told what held before and what holds now.
  private func step(
    rater name: String, now: Date, _ move: (ActionLog, Database) throws -> (ordinal: Int, revision: Int?)?,
    draft settle: (UndoneRemarks, Remarks?, Remarks?, Database) throws -> Void
  ) throws -> HistoryStep? {
    try database.write { db in
      guard let rater = try Rater.fetch(name, db),
        let (ordinal, revision) = try move(ActionLog(rater: rater), db),
        let before = try Lineage.fetch(raterID: rater.id, ordinal: ordinal, db)
      else { return nil }
      let lineage = Lineage(
        raterID: rater.id, ordinal: ordinal, id: before.id, newest: before.newest, current: revision)
      try lineage.save(replacing: before, db)
      let (former, judgment) = (try before.currentJudgment(db), try lineage.currentJudgment(db))
      let comparison = try comparisonRow(ordinal, db).comparison
      try settle(UndoneRemarks(lineage, of: comparison), former?.remarks, judgment?.remarks, db)
      try deliver(judgment, instead: former, lineage: lineage, of: comparison, now: now, db)
      return HistoryStep(ordinal: ordinal, current: judgment)
    }
  }

  /// A judgment takes the draft along that its rater saw, but for texts that are no part of it. One that cannot be read, or that
  /// another window wrote, nobody saw there: it stays.
  private func keepDraft(
    of new: NewJudgment, raterID: Int64, of comparison: Comparison, now: Date, _ db: Database
  ) throws {
    guard
      var drafts = try DraftTable.fetchReadable(
        new.ordinal, raterID: raterID, candidates: comparison.candidates, db)
    else { return }
    drafts.keep(new.draft, from: new.window)
    try DraftTable.keep(drafts, new.ordinal, raterID: raterID, now: now, db)
  }

  /// The server should have what the judgment says, and nothing that only the former one said. Each is read by the rubric
  /// that it was given under.
  private func deliver(
    _ judgment: Judgment?, instead former: Judgment?, lineage: Lineage, of comparison: Comparison, now: Date,
    _ db: Database
  ) throws {
    let settings = try WorkspaceSettings.fetch(db)
    func mapping(for judgment: Judgment?) throws -> FeedbackMapping {
      let isAnswered = judgment?.remarks.answers.isEmpty == false
      let version = isAnswered ? judgment?.rubricVersion : nil
      let rubric = try version.flatMap { try RubricTable.fetch($0, db)?.rubric }
      return FeedbackMapping(comparison: comparison, settings: settings, rubric: rubric)
    }
    let groups = try former.map { try mapping(for: former).groups($0).map(\.id) } ?? []
    try mapping(for: judgment).deliver(judgment, instead: groups, lineage: lineage.id, now: now, in: db)
  }
}
