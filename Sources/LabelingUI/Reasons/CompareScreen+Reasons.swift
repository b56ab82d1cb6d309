import Preference

/// What was answered, in as few words as stand in a title.
extension CompareScreen {
  /// Such as `Factual error, helpfulness 4`; empty if nothing was answered about the candidate, or about the comparison.
  func answerWords(onCandidate candidate: Int?) -> String {
    remarks.answerWords(to: rubric, onCandidate: candidate)
  }
}

extension Remarks {
  func answerWords(to rubric: Rubric?, onCandidate candidate: Int?) -> String {
    let criteria = rubric?.criteria(in: candidate == nil ? .comparison : .run) ?? []
    return criteria.compactMap { criterion in
      answers[AnswerSlot(criterion.key, candidate: candidate)].map { criterion.shortWords(for: $0) }
    }.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension Criterion {
  fileprivate func shortWords(for answer: Answer) -> String {
    switch (kind, answer) {
    case (.flag, .flag(true)): label
    case (.flag, _): ""
    case (.rating, _): "\(label) \(words(for: answer))"
    case (.text, _): "\(label) …"
    case (.tags, _), (.category, _): words(for: answer)
    }
  }
}
