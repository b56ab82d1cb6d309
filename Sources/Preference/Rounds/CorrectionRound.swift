import Foundation
import Identifiers
import StrictJSON

/// A second round, in which somebody else judges corrections: the corrected text stands, blind, beside the output that it
/// corrects and others.
///
/// What a comparison of the round is called follows from what is in it, so that making the round again adds only what is new.
package struct CorrectionRound: Sendable {
  /// What stands there beside original and correction.
  package enum Others: String, CaseIterable, Sendable {
    /// The other candidate that the first rater put highest; the first one, if none was ranked.
    case best
    case all, none
  }

  private let others: Others

  package init(others: Others = .best) {
    self.others = others
  }

  /// One comparison for each correction; candidates are the original, the correction, and the others.
  ///
  /// - Parameter source: The judgment of the lineage that first had this correction of that candidate: the later ones only
  ///   repeat it.
  package func comparisons(
    for judgment: Judgment, of comparison: Comparison,
    source: (Candidate.Output, Int) throws -> UUID
  ) rethrows -> [Comparison] {
    try judgment.remarks.corrections.sorted { $0.key < $1.key }.map { candidate, correction in
      self.comparison(
        of: correction, instead: candidate, judgment, comparison, source: try source(correction, candidate))
    }
  }

  private func comparison(
    of correction: Candidate.Output, instead index: Int, _ judgment: Judgment, _ comparison: Comparison,
    source: UUID
  ) -> Comparison {
    let original = comparison.candidates[index]
    let others = otherCandidates(than: index, judgment, comparison).map { comparison.candidates[$0] }
    let taken = [original.id] + others.map(\.id)
    let corrected = Candidate(
      id: Self.correctedID(beside: taken.compactMap(\.self)),
      model: original.model.map { "\($0), corrected" },
      output: correction)
    var origin: JSONObject = [
      "comparison_id": .string(comparison.id), "lineage_id": .string(judgment.lineage.lowercaseString),
      "rater": .string(judgment.rater), "candidate": .number(JSONNumber(index)),
      "original": 0, "correction": 1,
    ]
    var metadata = comparison.metadata
    metadata[CorrectionOrigin.key] = .object(origin)
    let content = Comparison(
      id: "", prompt: comparison.prompt, reference: comparison.reference, metadata: metadata,
      candidates: [original, corrected] + others)
    let name = UUID.version5(namespace: judgment.lineage, name: content.json.text()).lowercaseString
    origin["judgment_id"] = .string(source.lowercaseString)
    metadata[CorrectionOrigin.key] = .object(origin)
    return Comparison(
      id: "\(comparison.id)#\(name.prefix(13))", prompt: content.prompt, reference: content.reference,
      metadata: metadata, candidates: content.candidates)
  }

  private func otherCandidates(
    than index: Int, _ judgment: Judgment, _ comparison: Comparison
  ) -> [Int] {
    let all = comparison.candidates.indices.filter { $0 != index }
    switch others {
    case .none: return []
    case .all: return all
    case .best:
      let ranked = judgment.ranking.tiers.lazy.compactMap { $0.filter { $0 != index }.min() }.first
      return [ranked ?? all.first].compactMap(\.self)
    }
  }

  private static func correctedID(beside taken: [String]) -> String {
    var id = "corrected"
    while taken.contains(where: id.hasSameScalars) { id += "+" }
    return id
  }
}
