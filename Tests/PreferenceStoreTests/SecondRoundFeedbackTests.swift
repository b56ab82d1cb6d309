import FeedbackSubmission
import Foundation
import Preference
import StrictJSON
import Testing

@testable import PreferenceStore

@Suite("A correction judged by somebody else, as feedback")
struct SecondRoundFeedbackTests {
  static let origin: JSONObject = [
    "lineage_id": "l", "judgment_id": "j", "rater": "ann", "original": 0, "correction": 1,
  ]

  func comparison(correctionHasRun: Bool = false) -> Comparison {
    Comparison(
      id: "q#1", prompt: .text("?"), metadata: ["correction_of": .object(Self.origin)],
      candidates: [
        Candidate(output: .text("a"), run: RunIdentity(runID: .numbered(1000))),
        Candidate(
          output: .text("A"), run: correctionHasRun ? RunIdentity(runID: .numbered(1001)) : nil),
        Candidate(output: .text("b"), run: RunIdentity(runID: .numbered(1002))),
      ])
  }

  func groups(
    _ verdict: Verdict, _ tiers: [[Int]], remarks: Remarks = Remarks(), correctionHasRun: Bool = false
  ) throws -> [FeedbackGroup] {
    let judgment = Judgment(
      id: .numbered(1), lineage: .numbered(1), revision: 1, comparisonID: "q#1", rater: "bob",
      verdict: verdict, ranking: try #require(Ranking(tiers: tiers, candidateCount: 3)), remarks: remarks,
      orderShown: [2, 1, 0], elapsedMilliseconds: 1, decidedAt: Date(), programVersion: "1")
    let settings = WorkspaceSettings(
      orderSeed: 1, createdAt: Date(), createdBy: "1", comparativeExperimentID: nil,
      extendsTraceRetention: true)
    return FeedbackMapping(
      comparison: comparison(correctionHasRun: correctionHasRun), settings: settings
    ).groups(judgment)
  }

  @Test(arguments: [
    ([[1], [2], [0]], 1.0, "correction preferred"), ([[0], [1]], 0.0, "original preferred"),
    ([[2], [0, 1]], 0.5, "tied with the correction"),
  ])
  func `goes to the original's run`(tiers: [[Int]], score: Double, words: String) throws {
    let group = try #require(try groups(.ranked, tiers).first)
    let record = try #require(group.records.first)
    #expect(group.records.count == 1)
    #expect(record.target == .run(.init(runID: .numbered(1000))))
    #expect(record.key == "correction_preference")
    #expect(record.score == .float(score) && record.value == .string(words))
    #expect(record.source.metadata["podium"]?.object?["correction_of"] == .object(Self.origin))
    #expect(record.correction == nil)
  }

  @Test func `is not sent where nothing was said of the two`() throws {
    #expect(try groups(.ranked, [[1], [2]]).isEmpty)
    #expect(try groups(.allGood, []).isEmpty)
    #expect(try groups(.cannotJudge, []).isEmpty)
  }

  @Test func `comments on what has a run go with it`() throws {
    let groups = try groups(.ranked, [[1], [0]], remarks: Remarks(runComments: [0: "dull", 1: "better"]))
    #expect(groups.flatMap(\.records).map(\.key) == ["correction_preference", "comment"])
    #expect(groups.last?.records.first?.comment == "dull")
  }

  @Test func `an order that can be delivered is, and says it all`() throws {
    let groups = try groups(.ranked, [[1], [0], [2]], correctionHasRun: true)
    #expect(groups.flatMap(\.records).map(\.key) == Array(repeating: "ranked_preference", count: 3))
  }
}
