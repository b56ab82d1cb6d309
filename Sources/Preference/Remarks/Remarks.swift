import StrictJSON

/// What a rater says of a comparison beside the order of its runs. Keys are candidate indices.
package struct Remarks: Sendable {
  /// On the comparison as a whole.
  package var comment: String?
  package var runComments: [Int: String]
  /// What the runs should have been: of the same kind as the run's output, and different from it.
  package var corrections: [Int: Candidate.Output]
  /// To the questions of the rubric.
  package var answers: [AnswerSlot: Answer]
  /// What was answered to questions that the rubric asks no more: kept, and not sent.
  package var unasked: [AnswerSlot: Answer]

  package init(
    comment: String? = nil, runComments: [Int: String] = [:], corrections: [Int: Candidate.Output] = [:],
    answers: [AnswerSlot: Answer] = [:], unasked: [AnswerSlot: Answer] = [:]
  ) {
    self.comment = comment
    self.runComments = runComments
    self.corrections = corrections
    self.answers = answers
    self.unasked = unasked
  }

  package var isEmpty: Bool {
    comment == nil && runComments.isEmpty && corrections.isEmpty && answers.isEmpty && unasked.isEmpty
  }
}

extension Remarks: Hashable {
  /// Texts are equal if their scalars are. Asked with every key, mostly where there are no remarks.
  package static func == (left: Self, right: Self) -> Bool {
    left.isEmpty && right.isEmpty || left.json == right.json
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(json.text()) }
}
