import Foundation
import StrictJSON
import Testing

@testable import Preference

@Suite struct JudgmentExportTests {
  @Test func `A line tells everything that is known of a judgment`() throws {
    let run = try #require(UUID(uuidString: "6f9619ff-8b86-d011-b42d-00cf4fc964ff"))
    let comparison = Comparison(
      id: "q1", prompt: .text("Why?"), reference: "r", metadata: ["n": 1.50],
      candidates: [
        Candidate(id: "a", model: "m1", output: .text("e\u{301}"), run: RunIdentity(runID: run)),
        Candidate(output: .structured(["x": [1e2]])), Candidate(id: "c", output: .text("")),
      ])
    let ranking = try #require(Ranking(tiers: [[0, 1], [2]], candidateCount: 3))
    let judgment = makeJudgment(.ranked, ranking, orderShown: [2, 0, 1], comment: "close\n")
    let line = exported(judgment, of: comparison)
    #expect(line.last == 0x0A)
    #expect(try JSONParser.parse(line) == expectedLine)
    #expect(line.filter { $0 == 0x0A }.count == 1)
  }

  @Test func `A verdict without a ranking has no tiers`() throws {
    let comparison = makeComparison(["a", "b"])
    let bad = try #require(
      try JSONParser.parse(exported(makeJudgment(.allBad), of: comparison)).object)
    #expect(bad["verdict"] == "allBad")
    #expect(bad["tiers"] == [])
    #expect(bad["placements"]?.array?.map { $0.object?["value"] } == ["all bad", "all bad"])
    let none = try JSONParser.parse(exported(makeJudgment(.cannotJudge), of: comparison))
      .object
    #expect(none?["placements"] == [])
  }

  @Test func `A line has what was remarked`() throws {
    let comparison = makeComparison(["a", "b"])
    let remarks = Remarks(comment: "all", runComments: [1: "one"], corrections: [0: .text("A")])
    let judgment = makeJudgment(.allGood, remarks: remarks)
    let line = try JSONParser.parse(exported(judgment, of: comparison)).object
    #expect(line?["comment"] == "all")
    #expect(line?["run_comments"] == ["1": "one"])
    #expect(line?["corrections"] == ["0": ["text": "A"]])
  }

  @Test func `The sentence counts judgments`() {
    let comparison = makeComparison(["A", "B"])
    var export = JudgmentExport()
    _ = export.line(for: makeJudgment(.allBad), of: comparison)
    #expect(export.sentence == "jsonl: 1 judgment, nothing lost")
    for _ in 1..<1200 { _ = export.line(for: makeJudgment(.allBad), of: comparison) }
    #expect(export.sentence == "jsonl: 1,200 judgments, nothing lost")
  }

  private func exported(_ judgment: Judgment, of comparison: Comparison) -> [UInt8] {
    var export = JudgmentExport()
    return export.line(for: judgment, of: comparison)
  }
}

private let expectedLine: JSONValue = [
  "judgment_id": "0190163d-8694-739b-aea5-966c26f8ad91", "lineage_id": "0190163d-8694-739b-aea5-966c26f8ad90",
  "revision": 2, "comparison_id": "q1", "prompt": "Why?", "reference": "r", "metadata": ["n": 1.5],
  "candidates": [
    ["id": "a", "model": "m1", "text": "e\u{301}", "run_id": "6f9619ff-8b86-d011-b42d-00cf4fc964ff"],
    ["outputs": ["x": [100.0]]], ["id": "c", "text": ""],
  ],
  "verdict": "ranked", "tiers": [[0, 1], [2]], "tier_ids": [["a", nil], ["c"]],
  "placements": [
    [
      "candidate": 0, "candidate_id": "a", "run_id": "6f9619ff-8b86-d011-b42d-00cf4fc964ff",
      "position_shown": 2,
      "tier": 1, "rank": 1, "mid_rank": 1.5, "of": 3, "score": 0.75, "value": "tied 1st of 3",
    ],
    [
      "candidate": 1, "candidate_id": nil, "position_shown": 3, "tier": 1, "rank": 1, "mid_rank": 1.5,
      "of": 3,
      "score": 0.75, "value": "tied 1st of 3",
    ],
    [
      "candidate": 2, "candidate_id": "c", "position_shown": 1, "tier": 2, "rank": 3, "mid_rank": 3.0,
      "of": 3,
      "score": 0.0, "value": "3rd of 3",
    ],
  ],
  "order_shown": [2, 0, 1], "milliseconds": 41200, "comment": "close\n", "rater": "ann",
  "decided_at": "2026-01-31T09:30:00.125Z", "program_version": "0.1.0",
]
