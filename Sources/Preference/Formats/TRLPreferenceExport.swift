import StrictJSON

/// Judgments as training data for TRL's DPO trainer, in its explicit form: `prompt`, `chosen` and `rejected`,
/// as texts where the prompt was text, as messages where it was a conversation.
///
/// A ranking becomes a row for each pair of candidates of which one stands above the other.
package struct TRLPreferenceExport {
  package static let formatName = "trl-dpo"

  /// How many rows were made, and what could not be one.
  package private(set) var loss = ExportLoss()

  package init() {}

  /// The rows of one judgment, a line each; none if it prefers nothing to anything.
  package mutating func lines(for judgment: Judgment, of comparison: Comparison) -> [UInt8] {
    switch judgment.verdict {
    case .allGood: loss.allGood += 1
    case .allBad: loss.allBad += 1
    case .cannotJudge: loss.cannotJudge += 1
    case .ranked: return lines(for: judgment.ranking, of: comparison)
    }
    return []
  }

  private mutating func lines(for ranking: Ranking, of comparison: Comparison) -> [UInt8] {
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

  private mutating func line(_ prompt: Prompt, chosen: String, rejected: String) -> [UInt8] {
    guard !chosen.hasSameScalars(as: rejected) else {
      loss.identical += 1
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

extension Prompt {
  /// An answer in the form that goes with the prompt.
  fileprivate func completion(_ answer: String) -> JSONValue {
    switch self {
    case .text: .string(answer)
    case .messages: [Message(role: "assistant", content: answer).json]
    }
  }
}

extension Candidate.Output {
  /// Structured outputs as compact JSON.
  fileprivate var completion: String {
    switch self {
    case .text(let text): text
    case .structured(let outputs): JSONValue.object(outputs).text()
    }
  }
}
