import Foundation

/// All that one rater said of one comparison at one time. Never changed: an edit is a new revision of the
/// same lineage.
package struct Judgment: Sendable {
  /// Version 7.
  package let id: UUID
  /// The id of the first judgment that this rater made of this comparison.
  package let lineage: UUID
  /// 1 for the first of its lineage.
  package let revision: Int
  package let comparisonID: String
  package let rater: String
  package let verdict: Verdict
  /// Empty unless the verdict is `ranked`.
  package let ranking: Ranking
  package let remarks: Remarks
  /// Of the rubric that the rater was given; `nil` for none.
  package let rubricVersion: Int?
  /// Candidate indices in the order of the columns as shown.
  package let orderShown: [Int]
  package let elapsedMilliseconds: Int
  package let decidedAt: Date
  package let programVersion: String

  package init(
    id: UUID, lineage: UUID, revision: Int, comparisonID: String, rater: String, verdict: Verdict,
    ranking: Ranking,
    remarks: Remarks = Remarks(), rubricVersion: Int? = nil, orderShown: [Int], elapsedMilliseconds: Int,
    decidedAt: Date,
    programVersion: String
  ) {
    self.id = id
    self.lineage = lineage
    self.revision = revision
    self.comparisonID = comparisonID
    self.rater = rater
    self.verdict = verdict
    self.ranking = ranking
    self.remarks = remarks
    self.rubricVersion = rubricVersion
    self.orderShown = orderShown
    self.elapsedMilliseconds = elapsedMilliseconds
    self.decidedAt = decidedAt
    self.programVersion = programVersion
  }
}
