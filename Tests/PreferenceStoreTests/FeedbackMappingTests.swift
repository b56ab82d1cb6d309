import FeedbackSubmission
import Foundation
import Preference
import StrictJSON
import Testing

@testable import PreferenceStore

@Suite struct FeedbackMappingTests {
  let lineage = UUID.numbered(7)

  func judgment(
    _ verdict: Verdict = .ranked, _ tiers: [[Int]] = [], of count: Int = 3, revision: Int = 1,
    comment: String? = nil
  ) throws -> Judgment {
    let ranking = try #require(Ranking(tiers: tiers, candidateCount: count))
    return Judgment(
      id: .numbered(6 + revision), lineage: lineage, revision: revision, comparisonID: "q", rater: "ada",
      verdict: verdict, ranking: ranking, remarks: Remarks(comment: comment),
      orderShown: (0..<count).reversed(),
      elapsedMilliseconds: 4321, decidedAt: Date(timeIntervalSince1970: 0), programVersion: "1.2.3")
  }

  func mapping(
    candidates: Int = 3, runs: Range<Int>? = nil, _ change: (inout WorkspaceSettings) -> Void = { _ in }
  ) -> FeedbackMapping {
    var settings = WorkspaceSettings(
      orderSeed: 1, createdAt: Date(), createdBy: "1", comparativeExperimentID: nil,
      extendsTraceRetention: true)
    change(&settings)
    let comparison = Comparison.sample("q", candidates: candidates, runs: runs ?? 0..<candidates)
    return FeedbackMapping(comparison: comparison, settings: settings)
  }

  struct Case: Sendable {
    let verdict: Verdict
    let tiers: [[Int]]
    let count: Int
    let expected: [Int: (Double, String)]
  }

  @Test(arguments: [
    Case(
      verdict: .ranked, tiers: [[2], [0], [1]], count: 3,
      expected: [
        2: (1, "1st of 3"), 0: (0.5, "2nd of 3"), 1: (0, "3rd of 3"),
      ]),
    Case(
      verdict: .ranked, tiers: [[0], [1, 2], [3]], count: 4,
      expected: [
        0: (1, "1st of 4"), 1: (0.5, "tied 2nd of 4"), 2: (0.5, "tied 2nd of 4"), 3: (0, "4th of 4"),
      ]),
    Case(verdict: .ranked, tiers: [[1], [2]], count: 3, expected: [1: (1, "1st of 2"), 2: (0, "2nd of 2")]),
    Case(
      verdict: .ranked, tiers: [[0, 1]], count: 2,
      expected: [0: (0.5, "tied 1st of 2"), 1: (0.5, "tied 1st of 2")]),
    Case(verdict: .allGood, tiers: [], count: 2, expected: [0: (1, "all good"), 1: (1, "all good")]),
    Case(verdict: .allBad, tiers: [], count: 2, expected: [0: (0, "all bad"), 1: (0, "all bad")]),
  ])
  func `each placed candidate gets a record with its score and words`(example: Case) throws {
    let judgment = try judgment(example.verdict, example.tiers, of: example.count)
    let group = try #require(mapping(candidates: example.count).group(judgment))
    #expect(group.records.count == example.expected.count)
    for (candidate, (score, words)) in example.expected {
      let target = FeedbackRecord.Target.run(.init(runID: .numbered(1000 + candidate)))
      let record = try #require(group.records.first { $0.target == target })
      #expect(record.score == .float(score))
      #expect(record.value == .string(words))
      #expect(record.key == (example.count == 2 ? "pairwise_preference" : "ranked_preference"))
      #expect(record.configuration == .continuous(minimum: 0, maximum: 1))
    }
  }

  @Test func `what could not be judged gives no feedback`() throws {
    #expect(try mapping().group(judgment(.cannotJudge)) == nil)
  }

  @Test func `a preference of which the server would know one side gives no feedback`() throws {
    let mapping = mapping(runs: 0..<2)
    #expect(try mapping.group(judgment(.ranked, [[0], [1], [2]])) == nil)
    #expect(try mapping.group(judgment(.allGood)) == nil)
    #expect(try mapping.group(judgment(.ranked, [[1], [0]]))?.records.count == 2)
  }

  @Test func `revisions of a lineage share group and namespace`() throws {
    let first = try #require(mapping().group(judgment(.ranked, [[0], [1]])))
    let second = try #require(mapping().group(judgment(.allBad, revision: 2)))
    #expect(first.id == second.id)
    #expect(first.namespace == lineage)
    #expect(second.namespace == lineage)
    #expect(first.id != lineage)
  }

  @Test func `the source tells what the server has no field for`() throws {
    let group = try #require(mapping().group(judgment(.ranked, [[1], [0, 2]], revision: 2, comment: "why")))
    let record = try #require(group.records.last)
    let expected: JSONValue = [
      "podium": [
        "judgment_id": .string(UUID.numbered(8).uuidString.lowercased()), "revision": 2, "rater": "ada",
        "verdict": "ranked", "tier": 2, "rank": 2, "of": 3, "position_shown": 1, "order_shown": [2, 1, 0],
        "milliseconds": 4321, "program_version": "1.2.3",
      ]
    ]
    #expect(JSONValue.object(record.source.metadata) == expected)
    #expect(record.source.kind == .api)
    #expect(record.comment == "why")
  }

  @Test func `settings of the campaign and all of the run's identity go along`() throws {
    let run = RunIdentity(
      runID: .numbered(1), traceID: .numbered(2), sessionID: .numbered(3), startTime: "2024-01-01T00:00:00Z")
    let candidates = [run, RunIdentity(runID: .numbered(4))].map { Candidate(output: .text(""), run: $0) }
    let settings = WorkspaceSettings(
      orderSeed: 1, createdAt: Date(), createdBy: "1", comparativeExperimentID: .numbered(9),
      extendsTraceRetention: false)
    let comparison = Comparison(id: "q", prompt: .text("?"), candidates: candidates)
    let group = FeedbackMapping(comparison: comparison, settings: settings).group(
      try judgment(.allGood, of: 2))
    let record = try #require(group?.records.first)
    #expect(
      record.target
        == .run(
          .init(runID: run.runID, traceID: run.traceID, sessionID: run.sessionID, startTime: run.startTime)))
    #expect(record.comparativeExperimentID == .numbered(9))
    #expect(!record.extendsTraceRetention)
  }
}
