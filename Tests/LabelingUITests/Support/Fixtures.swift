import LabelingUI
import Preference
import Terminal

func makeComparison(_ id: String = "c", texts: [String], prompt: String = "Why is the sky blue?")
  -> Comparison
{
  Comparison(
    id: id, prompt: .text(prompt),
    candidates: texts.enumerated().map { Candidate(model: "model-\($0.offset)", output: .text($0.element)) })
}

func makeItem(number: Int = 1, texts: [String], order: [Int]? = nil, judged: Decision? = nil)
  -> ComparisonItem
{
  ComparisonItem(
    number: number, comparison: makeComparison("c\(number)", texts: texts),
    order: order ?? Array(texts.indices),
    judged: judged)
}

extension Decision {
  static func ranked(_ tiers: [[Int]]) -> Decision {
    var ranking = Ranking()
    for tier in tiers {
      for (offset, candidate) in tier.enumerated() {
        if offset == 0 { ranking.place(candidate) } else { ranking.tieWithLast(candidate) }
      }
    }
    return Decision(verdict: .ranked, ranking: ranking)
  }
}

extension Key {
  static func letter(_ scalar: Unicode.Scalar) -> Key { Key(.character(scalar)) }
  static func control(_ scalar: Unicode.Scalar) -> Key { Key(.character(scalar), modifiers: .control) }
}
