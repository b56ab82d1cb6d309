import FeedbackSubmission
import Preference
import StrictJSON

/// What a second rater says of a correction. The corrected text has no run, so that its place in the order has nobody to go to;
/// but whether it is better than the original is a statement about the original, which has one.
extension FeedbackMapping {
  func secondRoundGroup(_ judgment: Judgment) -> FeedbackGroup? {
    let key = Rubric.correctionPreferenceKey
    guard let origin = CorrectionOrigin(comparison), comparison.candidates[origin.correction].run == nil,
      let preference = origin.preference(in: judgment),
      var record = emptyRecord(
        on: origin.original, key: key, metadata(of: origin.original, in: judgment, origin: origin))
    else { return nil }
    record.score = .float(preference)
    record.value = .string(Self.words(for: preference))
    record.configuration = .continuous(minimum: 0, maximum: 1)
    return FeedbackGroup(
      id: groupID(lineage: judgment.lineage, criterion: key), namespace: judgment.lineage, records: [record])
  }

  private static func words(for preference: Double) -> String {
    switch preference {
    case 1: "correction preferred"
    case 0: "original preferred"
    default: "tied with the correction"
    }
  }
}
