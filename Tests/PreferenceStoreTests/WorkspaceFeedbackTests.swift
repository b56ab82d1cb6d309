import FeedbackSubmission
import Preference
import Testing

@testable import PreferenceStore

@Suite struct WorkspaceFeedbackTests {
  let test: TestWorkspace

  init() throws {
    test = try TestWorkspace([.sample("a", runs: 0..<2), .sample("b"), .sample("c", runs: 0..<1)])
  }

  func waiting() throws -> Int { try test.workspace.outboxCounts().waiting }

  @Test func `a judgment of runs waits for delivery with its commit`() throws {
    try test.judge(1)
    #expect(try waiting() == 1)
    try test.judge(1, .allBad)
    #expect(try waiting() == 1)
  }

  @Test func `judgments of what the server does not know wait for nothing`() throws {
    try test.judge(2)
    try test.judge(3)
    #expect(try waiting() == 0)
  }

  @Test func `undo takes feedback back and redo gives it again`() throws {
    try test.judge(1)
    _ = try test.undo()
    #expect(try waiting() == 0)
    _ = try test.redo()
    #expect(try waiting() == 1)
  }

  @Test func `a judgment that gives no feedback takes that of the one before back`() throws {
    try test.judge(1)
    try test.judge(1, .cannotJudge)
    #expect(try waiting() == 0)
    _ = try test.undo()
    #expect(try waiting() == 1)
  }

  @Test func `rankings come back as they were recorded`() throws {
    let ranking = try #require(Ranking(tiers: [[1], [0]], candidateCount: 2))
    let judgment = try test.judge(1, Decision(verdict: .ranked, ranking: ranking))
    try test.reopen()
    #expect(try test.current(1)?.ranking.tiers == [[1], [0]])
    #expect(try test.current(1) == judgment)
  }

  @Test func `the order of the columns differs between comparisons and stays`() throws {
    let test = try TestWorkspace((1...16).map { .sample("q\($0)", candidates: 4) })
    let orders = try (1...16).map { try test.workspace.comparison(at: $0, rater: "ada").order }
    #expect(Set(orders).count > 4)
    for column in 0..<4 {
      #expect(Dictionary(grouping: orders, by: { $0[column] }).values.allSatisfy { $0.count == 4 })
    }
    try test.reopen()
    #expect(try (1...16).map { try test.workspace.comparison(at: $0, rater: "ada").order } == orders)
  }
}
