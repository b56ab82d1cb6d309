import StrictJSON

/// Judgments as training data for TRL's DPO trainer, in its explicit form: `prompt`, `chosen` and `rejected`,
/// as texts where the prompt was text, as messages where it was a conversation.
///
/// A ranking becomes a row for each pair of candidates of which one stands above the other. A correction is preferred to the
/// output that it corrects, and to each that the ranking puts below that; nothing is known of how it compares with those above.
/// No pair of texts stands twice in a judgment's rows.
package struct TRLPreferenceExport {
  package static let formatName = "trl-dpo"

  /// How many rows were made, and what could not be one.
  package private(set) var loss = ExportLoss()

  /// The pairs of the judgment at hand.
  private var said: Set<[ScalarKey]> = []

  package init() {}

  /// The rows of one judgment, a line each; none if it prefers nothing to anything.
  package mutating func lines(for judgment: Judgment, of comparison: Comparison) -> [UInt8] {
    switch judgment.verdict {
    case .allGood: loss.allGood += 1
    case .allBad: loss.allBad += 1
    case .cannotJudge: loss.cannotJudge += 1
    case .ranked: break
    }
    said = []
    return lines(for: judgment.ranking, verdict: judgment.verdict, of: comparison)
      + lines(forCorrectionsOf: judgment, of: comparison)
  }

  private mutating func lines(
    for ranking: Ranking, verdict: Verdict, of comparison: Comparison
  ) -> [UInt8] {
    guard verdict == .ranked else { return [] }
    let answers = comparison.candidates.map(\.output.completion)
    var lines: [UInt8] = []
    for (index, tier) in ranking.tiers.enumerated() {
      loss.ties += tier.count * (tier.count - 1) / 2
      for rejected in ranking.tiers[(index + 1)...].joined() {
        for chosen in tier {
          lines += line(comparison.prompt, chosen: answers[chosen], rejected: answers[rejected])
        }
      }
    }
    loss.unranked += answers.count - ranking.placedCount
    return lines
  }

  private mutating func lines(forCorrectionsOf judgment: Judgment, of comparison: Comparison) -> [UInt8] {
    let answers = comparison.candidates.map(\.output.completion)
    var lines: [UInt8] = []
    for (candidate, correction) in judgment.remarks.corrections.sorted(by: { $0.key < $1.key }) {
      let below = judgment.ranking.tier(of: candidate).map { judgment.ranking.tiers[($0 + 1)...].joined() }
      for rejected in [candidate] + (below.map(Array.init) ?? []) {
        let before = loss.pairs
        lines += line(comparison.prompt, chosen: correction.completion, rejected: answers[rejected])
        loss.corrected += loss.pairs - before
      }
    }
    return lines
  }

  private mutating func line(_ prompt: Prompt, chosen: String, rejected: String) -> [UInt8] {
    guard !chosen.hasSameScalars(as: rejected) else {
      loss.identical += 1
      return []
    }
    guard said.insert([ScalarKey(chosen), ScalarKey(rejected)]).inserted else {
      loss.repeated += 1
      return []
    }
    var row = JSONObject()
    row["prompt"] = prompt.json
    row["chosen"] = prompt.completion(chosen)
    row["rejected"] = prompt.completion(rejected)
    loss.count(prompt)
    return JSONValue.object(row).utf8() + [0x0A]
  }
}
