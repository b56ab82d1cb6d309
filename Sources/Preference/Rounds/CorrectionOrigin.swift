import StrictJSON

/// Where the comparison of a second round comes from, as its metadata say.
package struct CorrectionOrigin: Equatable, Sendable {
  static let key = "correction_of"

  /// Of the candidate that was corrected.
  package let original: Int
  /// Of the corrected one.
  package let correction: Int
  /// All that the metadata say of it.
  package let metadata: JSONObject

  /// `nil` if the comparison is of no second round.
  package init?(_ comparison: Comparison) {
    let indices = comparison.candidates.indices
    guard let metadata = comparison.metadata[Self.key]?.object,
      let original = metadata["original"]?.number?.intValue, indices.contains(original),
      let correction = metadata["correction"]?.number?.intValue, indices.contains(correction),
      original != correction
    else { return nil }
    self.original = original
    self.correction = correction
    self.metadata = metadata
  }

  /// 1 if the rater put the correction above the original, 0 if below it, 0.5 if they are level; `nil` if that was not said.
  package func preference(in judgment: Judgment) -> Double? {
    guard judgment.verdict == .ranked, let original = judgment.ranking.tier(of: original),
      let correction = judgment.ranking.tier(of: correction)
    else { return nil }
    return correction < original ? 1 : correction > original ? 0 : 0.5
  }
}
