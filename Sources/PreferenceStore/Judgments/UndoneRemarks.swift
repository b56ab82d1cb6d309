import FeedbackSubmission
import Foundation
import GRDB
import Preference

/// What was written with a judgment that is undone. Undo takes back the verdict; the work of writing stays in reach as a
/// draft.
struct UndoneRemarks {
  private let lineage: Lineage
  private let candidates: [Candidate]

  init(_ lineage: Lineage, of comparison: Comparison) {
    self.lineage = lineage
    candidates = comparison.candidates
  }

  /// Keeps them, unless what holds now says the same. Remarks in a draft that is there are newer, and stay.
  func keep(_ undone: Remarks?, unlessIn held: Remarks?, now: Date, _ db: Database) throws {
    guard let undone, !undone.isEmpty, undone != held else { return }
    do {
      var drafts = try drafts(db)
      var draft = drafts.draft ?? Draft()
      guard draft.remarks == nil else { return }
      draft.remarks = undone
      drafts.keep(draft)
      try keep(drafts, now, db)
    } catch WorkspaceError.unreadableDraft {}
  }

  /// The judgment says them again: a draft need not.
  func forget(_ redone: Remarks?, now: Date, _ db: Database) throws {
    do {
      var drafts = try drafts(db)
      guard let redone, var draft = drafts.draft, draft.remarks == redone else { return }
      draft.remarks = nil
      drafts.keep(draft)
      try keep(drafts, now, db)
    } catch WorkspaceError.unreadableDraft {}
  }

  private func drafts(_ db: Database) throws -> DraftStack {
    try DraftTable.fetch(lineage.ordinal, raterID: lineage.raterID, candidates: candidates, db)
  }

  private func keep(_ drafts: DraftStack, _ now: Date, _ db: Database) throws {
    try DraftTable.keep(drafts, lineage.ordinal, raterID: lineage.raterID, now: now, db)
  }
}
