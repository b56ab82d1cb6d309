import StrictJSON

/// How answers and questions go together.
extension Rubric {
  /// What keeps the answers from being answers to this rubric; finishes a sentence. `nil` if they fit.
  package func misfit(of answers: [AnswerSlot: Answer], candidateCount: Int) -> String? {
    for (slot, answer) in answers where !takes(answer, at: slot, candidateCount: candidateCount) {
      return "the rubric does not ask what is answered under \(slot.criterion)"
    }
    return nil
  }

  /// The answers that are answers to this rubric.
  package func fitting(
    _ answers: [AnswerSlot: Answer], candidateCount: Int
  ) -> [AnswerSlot: Answer] {
    answers.filter { takes($0.value, at: $0.key, candidateCount: candidateCount) }
  }

  /// What has to be answered and is not, in the order of the rubric.
  package func missing(in answers: [AnswerSlot: Answer], candidateCount: Int) -> [AnswerSlot] {
    criteria.filter(\.isRequired)
      .flatMap { $0.slots(candidateCount: candidateCount) }
      .filter { answers[$0] == nil }
  }

  package func asksForText(at slot: AnswerSlot) -> Bool {
    guard let criterion = self[slot.criterion], criterion.kind == .text else { return false }
    return (criterion.scope == .run) == (slot.candidate != nil)
  }

  private func takes(_ answer: Answer, at slot: AnswerSlot, candidateCount: Int) -> Bool {
    guard let criterion = self[slot.criterion], criterion.takes(answer) else { return false }
    return switch (criterion.scope, slot.candidate) {
    case (.comparison, nil): true
    case (.run, let candidate?): (0..<candidateCount).contains(candidate)
    default: false
    }
  }
}

extension Criterion {
  /// Where its answers belong.
  package func slots(candidateCount: Int) -> [AnswerSlot] {
    switch scope {
    case .comparison: [AnswerSlot(key)]
    case .run: (0..<candidateCount).map { AnswerSlot(key, candidate: $0) }
    }
  }

  package func takes(_ answer: Answer) -> Bool {
    switch (kind, answer) {
    case (.tags(let options), .tags(let values)):
      !values.isEmpty
        && values.allSatisfy { value in options.contains { $0.value.hasSameScalars(as: value) } }
    case (.category(let options), .text(let value)): options.contains { $0.value.hasSameScalars(as: value) }
    case (.rating(let scale), .rating(let number)): scale.index(of: number) != nil
    case (.flag, .flag): true
    case (.text, .text(let text)): !text.isEmpty
    default: false
    }
  }

  /// The answer with an option more or less.
  package func toggling(_ value: String, in answer: Answer?) -> Answer? {
    switch kind {
    case .category:
      if case .text(let chosen)? = answer, chosen.hasSameScalars(as: value) { return nil }
      return .text(value)
    case .tags(let options):
      var chosen: [String] = []
      if case .tags(let values)? = answer { chosen = values }
      let isChosen = chosen.contains { $0.hasSameScalars(as: value) }
      let values = options.map(\.value).filter { option in
        option.hasSameScalars(as: value) ? !isChosen : chosen.contains { $0.hasSameScalars(as: option) }
      }
      return values.isEmpty ? nil : .tags(values)
    case .rating, .flag, .text: return answer
    }
  }

  /// A flag that must be answered is yes or no; another is set or not.
  package func togglingFlag(_ answer: Answer?) -> Answer? {
    guard case .flag(true)? = answer else { return .flag(true) }
    return isRequired ? .flag(false) : nil
  }

  /// As people read it: labels, numbers, yes and no.
  package func words(for answer: Answer) -> String {
    switch answer {
    case .tags(let values): values.map(label(of:)).joined(separator: ", ")
    case .text(let text): label(of: text)
    case .rating(let number): Scale.text(number)
    case .flag(let isSet): isSet ? "yes" : "no"
    }
  }

  private func label(of value: String) -> String {
    options.first { $0.value.hasSameScalars(as: value) }?.label ?? value
  }
}
