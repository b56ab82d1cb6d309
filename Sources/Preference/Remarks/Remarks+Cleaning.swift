extension Remarks {
  /// Without what says nothing: texts of blanks alone, and corrections that are the output as it was.
  package func cleaned(for candidates: [Candidate]) -> Remarks {
    var cleaned = self
    cleaned.comment = comment.flatMap { $0.isBlank ? nil : $0 }
    cleaned.runComments = runComments.filter { !$0.value.isBlank }
    cleaned.corrections = corrections.filter { index, correction in
      !candidates.indices.contains(index) || correction != candidates[index].output
    }
    cleaned.answers = answers.filter { _, answer in
      if case .text(let text) = answer { !text.isBlank } else { true }
    }
    cleaned.unasked = unasked.filter { answers[$0.key] == nil }
    return cleaned
  }

  /// The same under another rubric: answers to what it does not ask are set apart, and taken up again by one that does.
  package func adapted(to rubric: Rubric?, candidateCount: Int) -> Remarks {
    var adapted = self
    let all = unasked.merging(answers) { _, newer in newer }
    adapted.answers = rubric?.fitting(all, candidateCount: candidateCount) ?? [:]
    adapted.unasked = all.filter { adapted.answers[$0.key] == nil }
    return adapted
  }

  /// What keeps them from being remarks on these candidates; finishes a sentence. `nil` if they fit.
  package func misfit(for candidates: [Candidate]) -> String? {
    let indices =
      Array(runComments.keys) + Array(corrections.keys)
      + (answers.keys.compactMap(\.candidate) + unasked.keys.compactMap(\.candidate))
    guard indices.allSatisfy(candidates.indices.contains) else {
      return "something is said of a candidate that it does not have"
    }
    for (index, correction) in corrections where !correction.isSameKind(as: candidates[index].output) {
      return "the correction of candidate \(index + 1) is not of the kind of its output"
    }
    return nil
  }
}

extension Candidate.Output {
  package func isSameKind(as other: Self) -> Bool {
    switch (self, other) {
    case (.text, .text), (.structured, .structured): true
    case (.text, .structured), (.structured, .text): false
    }
  }
}

extension String {
  /// Nothing in it can be read.
  fileprivate var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
