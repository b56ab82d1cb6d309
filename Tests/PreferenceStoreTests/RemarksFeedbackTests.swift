import FeedbackSubmission
import Foundation
import Preference
import StrictJSON
import Testing

@testable import PreferenceStore

@Suite("What was remarked, as feedback")
struct RemarksFeedbackTests {
  /// The first knows its outputs, the second a text, the third has no run.
  let comparison = Comparison(
    id: "q", prompt: .text("?"),
    candidates: [
      Candidate(output: .structured(["answer": "a", "n": 1.50]), run: RunIdentity(runID: .numbered(1000))),
      Candidate(output: .text("b"), run: RunIdentity(runID: .numbered(1001))), Candidate(output: .text("c")),
    ])

  func groups(_ verdict: Verdict, _ tiers: [[Int]] = [], _ remarks: Remarks) throws -> [FeedbackGroup] {
    let judgment = Judgment(
      id: .numbered(1), lineage: .numbered(1), revision: 1, comparisonID: "q", rater: "ada", verdict: verdict,
      ranking: try #require(Ranking(tiers: tiers, candidateCount: 3)), remarks: remarks,
      orderShown: [2, 1, 0], elapsedMilliseconds: 1, decidedAt: Date(), programVersion: "1")
    let settings = WorkspaceSettings(
      orderSeed: 1, createdAt: Date(), createdBy: "1", comparativeExperimentID: .numbered(9),
      extendsTraceRetention: true)
    return FeedbackMapping(comparison: comparison, settings: settings).groups(judgment)
  }

  /// By the run's index.
  func records(of group: FeedbackGroup?) -> [Int: FeedbackRecord] {
    var records: [Int: FeedbackRecord] = [:]
    for record in group?.records ?? [] {
      for index in 0..<3 where record.target == .run(.init(runID: .numbered(1000 + index))) {
        records[index] = record
      }
    }
    return records
  }

  @Test func `a correction has the shape of the run's outputs`() throws {
    let remarks = Remarks(corrections: [0: .structured(["answer": "A", "n": 1.50]), 1: .text("B")])
    let groups = try groups(.ranked, [[0], [1]], remarks)
    #expect(groups.count == 1)
    let records = records(of: groups.first)
    #expect(records[0]?.correction == ["answer": "A", "n": 1.50])
    #expect(records[1]?.correction == ["output": "B"])
    #expect(records[0]?.score == .float(1))
  }

  @Test func `the comparison's comment follows the run's, or stands alone`() throws {
    let remarks = Remarks(comment: "both odd", runComments: [1: "too short"])
    let records = records(of: try groups(.ranked, [[0], [1]], remarks).first)
    #expect(records[0]?.comment == "both odd")
    #expect(records[1]?.comment == "too short\n\nboth odd")
  }

  @Test func `what is said of a run that is not placed has a record of its own`() throws {
    let remarks = Remarks(
      comment: "hm", runComments: [1: "off"], corrections: [1: .text("B")])
    let groups = try groups(.ranked, [[0]], remarks)
    #expect(groups.map(\.records.count) == [1, 1])
    #expect(Set(groups.map(\.id)).count == 2)
    let record = try #require(groups.last?.records.first)
    #expect(record.key == "correction")
    #expect(record.score == nil)
    #expect(record.correction == ["output": "B"])
    #expect(record.comment == "off")
    #expect(record.comparativeExperimentID == .numbered(9))
  }

  @Test(arguments: [Verdict.cannotJudge, .allBad])
  func `a comment on what gives no order goes to every known run`(verdict: Verdict) throws {
    // The third candidate has no run, so that all bad is not delivered.
    let groups = try groups(verdict, [], Remarks(comment: "garbled", runComments: [2: "lost", 1: "short"]))
    #expect(groups.count == 1)
    let records = records(of: groups.first)
    for record in records.values {
      #expect(record.key == "comment")
      #expect(record.score == nil)
      #expect(record.value == nil)
    }
    #expect(records[0]?.comment == "garbled")
    #expect(records[1]?.comment == "short\n\ngarbled")
    #expect(records[2] == nil)
  }

  @Test func `nothing is sent of what was not said`() throws {
    #expect(try groups(.cannotJudge, [], Remarks()).isEmpty)
    #expect(try groups(.ranked, [[0], [1]], Remarks(runComments: [2: "no run"])).count == 1)
  }
}
