/// What the rater decided on the screen; the store makes a `Judgment` of it when it is recorded.
package struct Decision: Hashable, Sendable {
  package let verdict: Verdict
  package let ranking: Ranking
  package let remarks: Remarks

  package init(verdict: Verdict, ranking: Ranking, remarks: Remarks = Remarks()) {
    self.verdict = verdict
    self.ranking = ranking
    self.remarks = remarks
  }
}
