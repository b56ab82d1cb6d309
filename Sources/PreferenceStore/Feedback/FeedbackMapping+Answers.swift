import FeedbackSubmission
import Preference
import StrictJSON

/// Answers to the rubric: a group for each criterion, whose key its records have.
///
/// What is answered of a run goes to that run. An answer about the comparison has no run of its own and goes to each that is
/// known, as LangSmith's own comparisons do with their comments; who counts them counts a group once.
extension FeedbackMapping {
  func answerGroups(_ judgment: Judgment) -> [FeedbackGroup] {
    guard let rubric, !judgment.remarks.answers.isEmpty else { return [] }
    return rubric.criteria.compactMap { group(of: $0, in: judgment) }
  }

  private func group(of criterion: Criterion, in judgment: Judgment) -> FeedbackGroup? {
    let records = comparison.candidates.indices.compactMap { index -> FeedbackRecord? in
      let slot = AnswerSlot(criterion.key, candidate: criterion.scope == .run ? index : nil)
      guard let answer = judgment.remarks.answers[slot], criterion.takes(answer) else { return nil }
      return record(of: answer, to: criterion, on: index, in: judgment)
    }
    guard !records.isEmpty else { return nil }
    return FeedbackGroup(
      id: groupID(lineage: judgment.lineage, criterion: criterion.key), namespace: judgment.lineage,
      records: records)
  }

  private func record(
    of answer: Answer, to criterion: Criterion, on candidate: Int, in judgment: Judgment
  ) -> FeedbackRecord? {
    guard
      var record = emptyRecord(
        on: candidate, key: criterion.key, metadata(of: candidate, in: judgment, criterion: criterion))
    else { return nil }
    record.configuration = criterion.feedbackConfiguration
    switch answer {
    case .rating(let number): record.score = .float(number)
    case .flag(let isSet):
      record.score = .float(isSet ? 1 : 0)
      record.value = .string(isSet ? "yes" : "no")
    case .tags(let values): record.value = .string(values.joined(separator: ", "))
    case .text(let text):
      record.value = .string(text)
      record.score = criterion.score(of: text).map(FeedbackRecord.Score.float)
    }
    return record
  }
}

extension Criterion {
  /// Of a category's option: what the rubric says, or its place.
  fileprivate func score(of value: String) -> Double? {
    guard case .category(let options) = kind else { return nil }
    return options.enumerated().first { $0.element.value.hasSameScalars(as: value) }
      .map { $0.element.score ?? Double($0.offset) }
  }

  fileprivate var feedbackConfiguration: FeedbackConfiguration {
    switch kind {
    case .rating(let scale): .continuous(minimum: scale.minimum, maximum: scale.maximum)
    case .flag: .categorical([.init(value: 0, label: "no"), .init(value: 1, label: "yes")])
    case .category(let options): .categorical(Self.categories(options))
    case .tags(let options): .categorical(Self.categories(options), allowsMultiple: true)
    case .text: .freeform
    }
  }

  private static func categories(_ options: [Option]) -> [FeedbackConfiguration.Category] {
    options.enumerated().map { .init(value: $1.score ?? Double($0), label: $1.value) }
  }
}
