import Preference

/// A decision with its circumstances, about to be recorded.
package struct NewJudgment: Equatable, Sendable {
  /// What the rater knew of an earlier judgment of theirs when they judged.
  package enum Known: Equatable, Sendable {
    case anything
    /// `nil` if there was none.
    case revision(Int?)
  }

  package let ordinal: Int
  package let decision: Decision
  /// Candidate indices in the order of the columns as shown.
  package let orderShown: [Int]
  package let elapsedMilliseconds: Int
  /// Of the rubric that the rater was given; `nil` for none.
  package let rubricVersion: Int?
  /// Texts that were begun and are not part of the decision: they stay.
  package let draft: Draft?
  /// In which it was made; `nil` for one that has seen what is begun.
  package let window: DraftWindow?
  package let known: Known

  package init(
    ordinal: Int, decision: Decision, orderShown: [Int], elapsedMilliseconds: Int, rubricVersion: Int? = nil,
    draft: Draft? = nil, window: DraftWindow? = nil, known: Known = .anything
  ) {
    self.ordinal = ordinal
    self.decision = decision
    self.orderShown = orderShown
    self.elapsedMilliseconds = elapsedMilliseconds
    self.rubricVersion = rubricVersion
    self.draft = draft
    self.window = window
    self.known = known
  }

  /// - Throws: `WorkspaceError.judgedMeanwhile`, if another judgment holds than the rater knew of.
  func requireKnown(_ current: Int?) throws {
    guard case .revision(let known) = known, known != current else { return }
    throw WorkspaceError.judgedMeanwhile(ordinal: ordinal)
  }

  /// - Throws: `WorkspaceError.unfitting`.
  func validate(for candidates: [Candidate], rubric: Rubric?) throws {
    let placed = decision.ranking.tiers.joined()
    let indices = candidates.indices
    guard orderShown.sorted() == Array(indices) else {
      throw WorkspaceError.unfitting(reason: "the order shown is no order of its candidates")
    }
    guard placed.allSatisfy(indices.contains) else {
      throw WorkspaceError.unfitting(reason: "a candidate is ranked that it does not have")
    }
    guard placed.isEmpty == (decision.verdict != .ranked) else {
      throw WorkspaceError.unfitting(reason: "a ranking goes with the verdict “ranked”, and with no other")
    }
    guard elapsedMilliseconds >= 0 else {
      throw WorkspaceError.unfitting(reason: "the time taken is negative")
    }
    if let misfit = decision.remarks.misfit(for: candidates) {
      throw WorkspaceError.unfitting(reason: misfit)
    }
    if let misfit = (rubric ?? Rubric(criteria: [])).misfit(
      of: decision.remarks.answers, candidateCount: candidates.count)
    {
      throw WorkspaceError.unfitting(reason: misfit)
    }
  }
}
