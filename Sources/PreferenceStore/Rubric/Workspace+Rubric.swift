import FeedbackSubmission
import Foundation
import GRDB
import Preference
import StrictJSON

/// A rubric as a workspace has it.
package struct StoredRubric: Equatable, Sendable {
  /// 1 for the first; each change is a new one.
  package let version: Int
  package let rubric: Rubric
}

/// What giving a workspace a rubric did.
package struct RubricChange: Equatable, Sendable {
  package let version: Int
  /// False if the workspace had the same already.
  package let isNew: Bool
  /// Keys that raters were asked and are not any more.
  package let vanished: [String]
}

extension Workspace {
  /// What raters are asked now; `nil` for nothing but the order.
  package func rubric() throws -> StoredRubric? { try database.read(RubricTable.newest) }

  /// From now on raters are asked this. Judgments keep the version that they were given under.
  package func use(_ rubric: Rubric, now: Date) throws -> RubricChange {
    try database.write { db in
      let before = try RubricTable.newest(db)
      if let before, before.rubric.json == rubric.json {
        return RubricChange(version: before.version, isNew: false, vanished: [])
      }
      let version = (before?.version ?? 0) + 1
      try RubricTable.insert(StoredRubric(version: version, rubric: rubric), now: now, db)
      let vanished = before?.rubric.criteria.map(\.key).filter { rubric[$0] == nil } ?? []
      return RubricChange(version: version, isNew: true, vanished: vanished)
    }
  }
}
