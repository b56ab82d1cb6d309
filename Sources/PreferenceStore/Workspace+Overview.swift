import Preference
import FeedbackSubmission
import GRDB

/// How far the work on a workspace is, over all raters.
package struct WorkspaceOverview: Equatable, Sendable {
  package let comparisons: Int
  /// Comparisons that at least one rater has judged.
  package let judged: Int
  /// In the order in which they began.
  package let raters: [RaterShare]
  package let agreement: RaterAgreement
  package let outbox: OutboxCounts

  package struct RaterShare: Hashable, Sendable {
    package let name: String
    package let judged: Int
  }
}

extension Workspace {
  package func overview() throws -> WorkspaceOverview {
    try database.read { db in
      WorkspaceOverview(
        comparisons: try ComparisonTable.count(db),
        judged: try judgedByAnyone(db),
        raters: try raters(db),
        agreement: try Disagreement.agreement(db),
        outbox: try Outbox.counts(in: db))
    }
  }

  private func judgedByAnyone(_ db: Database) throws -> Int {
    let sql = "SELECT count(DISTINCT comparison) FROM lineage WHERE current IS NOT NULL"
    return try Int.fetchOne(db, sql: sql) ?? 0
  }

  private func raters(_ db: Database) throws -> [WorkspaceOverview.RaterShare] {
    try Row.fetchAll(db, sql: "SELECT id, name FROM rater ORDER BY id").map { row in
      .init(name: row["name"], judged: try JudgedSpans(raterID: row["id"]).count(db))
    }
  }
}
