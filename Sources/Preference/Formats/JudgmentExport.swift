import Foundation
import Identifiers
import StrictJSON

/// Judgments as JSON Lines with everything that is known of them: nothing is lost.
package struct JudgmentExport {
  private var count = 0

  package init() {}

  /// One line with its line feed. Candidates and metadata stand in it as they were imported; positions, tiers
  /// and ranks count from 1, candidate indices from 0.
  package mutating func line(for judgment: Judgment, of comparison: Comparison) -> [UInt8] {
    count += 1
    return JSONValue.object(Self.object(for: judgment, of: comparison)).utf8() + [0x0A]
  }

  /// Such as `jsonl: 1,204 judgments, nothing lost`.
  package var sentence: String { "jsonl: \(CountedNoun.text(count, "judgment", "judgments")), nothing lost" }

  private static func object(for judgment: Judgment, of comparison: Comparison) -> JSONObject {
    var object = JSONObject()
    object["judgment_id"] = .string(judgment.id.lowercaseString)
    object["lineage_id"] = .string(judgment.lineage.lowercaseString)
    object["revision"] = .number(JSONNumber(judgment.revision))
    object["comparison_id"] = .string(judgment.comparisonID)
    for member in comparison.json.object?.members ?? [] where member.key != "id" {
      object[member.key] = member.value
    }
    object["verdict"] = .string(judgment.verdict.rawValue)
    object["tiers"] = .array(judgment.ranking.tiers.map(indices))
    object["tier_ids"] = .array(judgment.ranking.tiers.map { .array($0.map { id(of: $0, in: comparison) }) })
    let placements = Placement.all(of: judgment, candidateCount: comparison.candidates.count)
    object["placements"] = .array(placements.map { value(of: $0, in: judgment, comparison) })
    object["order_shown"] = indices(judgment.orderShown)
    object["milliseconds"] = .number(JSONNumber(judgment.elapsedMilliseconds))
    for member in judgment.remarks.json.object?.members ?? [] { object[member.key] = member.value }
    object["rubric_version"] = judgment.rubricVersion.map(count)
    object["rater"] = .string(judgment.rater)
    object["decided_at"] = .string(RFC3339.text(of: judgment.decidedAt))
    object["program_version"] = .string(judgment.programVersion)
    return object
  }

  private static func value(
    of placement: Placement, in judgment: Judgment, _ comparison: Comparison
  ) -> JSONValue {
    var object = JSONObject()
    object["candidate"] = .number(JSONNumber(placement.candidate))
    object["candidate_id"] = id(of: placement.candidate, in: comparison)
    object["run_id"] = comparison.candidates[placement.candidate].run.map {
      .string($0.runID.lowercaseString)
    }
    object["position_shown"] = judgment.orderShown.firstIndex(of: placement.candidate).map { count($0 + 1) }
    if case .ranked(let tier, let rank, _) = placement.place {
      object["tier"] = count(tier)
      object["rank"] = count(rank)
      object["mid_rank"] = .init(floatLiteral: judgment.ranking.midRank(ofTier: tier - 1))
    }
    object["of"] = count(placement.of)
    object["score"] = .init(floatLiteral: placement.score)
    object["value"] = .string(placement.words)
    return .object(object)
  }

  /// `null` for a candidate that was imported without an id.
  private static func id(of candidate: Int, in comparison: Comparison) -> JSONValue {
    comparison.candidates[candidate].id.map(JSONValue.string) ?? .null
  }

  private static func indices(_ candidates: [Int]) -> JSONValue { .array(candidates.map(count)) }

  private static func count(_ number: Int) -> JSONValue { .number(JSONNumber(number)) }
}
