import FeedbackSubmission
import Preference
import StrictJSON

/// Comments and corrections that no record of the order can hold: on candidates that were not placed, and of comparisons
/// whose order is not delivered. They are records without score, under keys of their own.
extension FeedbackMapping {
  /// - Parameter withOrder: The order is delivered, and what was said of its candidates with it.
  func remarksGroup(_ judgment: Judgment, withOrder: Bool) -> FeedbackGroup? {
    guard !judgment.remarks.isEmpty else { return nil }
    let placed = withOrder ? self.placed(in: judgment) : []
    let records = comparison.candidates.indices.filter { !placed.contains($0) }
      .compactMap { record(of: $0, in: judgment, withComparison: !withOrder) }
    guard !records.isEmpty else { return nil }
    return FeedbackGroup(
      id: groupID(lineage: judgment.lineage, criterion: "remarks"), namespace: judgment.lineage,
      records: records)
  }

  private func placed(in judgment: Judgment) -> Set<Int> {
    Set(Placement.all(of: judgment, candidateCount: comparison.candidates.count).map(\.candidate))
  }

  private func record(of candidate: Int, in judgment: Judgment, withComparison: Bool) -> FeedbackRecord? {
    let correction = judgment.remarks.corrections[candidate]?.feedbackCorrection
    let comment = judgment.remarks.words(on: candidate, withComparison: withComparison)
    guard correction != nil || comment != nil else { return nil }
    var record = emptyRecord(
      on: candidate, key: correction == nil ? "comment" : "correction",
      metadata(of: candidate, in: judgment))
    record?.comment = comment
    record?.correction = correction
    return record
  }
}

extension Remarks {
  /// What was said of the candidate; what was said of the comparison follows it, or stands alone.
  func words(on candidate: Int, withComparison: Bool) -> String? {
    let parts = [runComments[candidate], withComparison ? comment : nil].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
  }
}

extension Candidate.Output {
  /// In the shape of the run's outputs. A run of which only a text is known gets it under `output`, where LangSmith's own
  /// tools put a text that stands alone.
  var feedbackCorrection: JSONValue {
    switch self {
    case .text(let text): ["output": .string(text)]
    case .structured(let outputs): .object(outputs)
    }
  }
}
