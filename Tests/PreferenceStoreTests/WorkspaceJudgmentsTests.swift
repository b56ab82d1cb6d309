import FeedbackSubmission
import Foundation
import GRDB
import Preference
import Testing

@testable import PreferenceStore

@Suite struct WorkspaceJudgmentsTests {
  let test: TestWorkspace
  var workspace: Workspace { test.workspace }

  init() throws {
    test = try TestWorkspace(Comparison.samples(5))
  }

  @Test func `a judgment is there after reopening as it was recorded`() throws {
    let judgment = try test.judge(2, comment: "e\u{301}\0…")
    try test.reopen()
    #expect(try test.current(2) == judgment)
    #expect(judgment.revision == 1)
    #expect(judgment.lineage == judgment.id)
    #expect(judgment.programVersion == "1.2.3")
  }

  @Test func `judging again makes a revision of the same lineage`() throws {
    let first = try test.judge(1)
    let second = try test.judge(1, .allBad)
    #expect(second.revision == 2)
    #expect(second.lineage == first.id)
    #expect(try test.current(1) == second)
    #expect(try workspace.progress(rater: "ada") == RaterProgress(total: 5, judged: 1))
  }

  @Test func `raters do not see each other's judgments`() throws {
    try test.judge(1)
    #expect(try test.current(1, rater: "bob") == nil)
    #expect(try workspace.progress(rater: "bob").judged == 0)
    #expect(try test.judge(1, rater: "bob").revision == 1)
  }

  @Test func `the next without a judgment is looked for to the end and then from the start`() throws {
    #expect(try workspace.firstUnjudged(after: 0, rater: "ada") == 1)
    #expect(try workspace.firstUnjudged(after: 5, rater: "ada") == 1)
    for ordinal in [1, 3, 4, 5] { try test.judge(ordinal) }
    #expect(try workspace.firstUnjudged(after: 0, rater: "ada") == 2)
    #expect(try workspace.firstUnjudged(after: 2, rater: "ada") == 2)
    try test.judge(2)
    #expect(try workspace.firstUnjudged(after: 0, rater: "ada") == nil)
    #expect(try workspace.firstUnjudged(after: 0, rater: "bob") == 1)
  }

  @Test func `a judgment that does not fit is not recorded`() throws {
    let wrong = [
      NewJudgment(ordinal: 1, decision: .allGood, orderShown: [0], elapsedMilliseconds: 0),
      NewJudgment(ordinal: 1, decision: .allGood, orderShown: [0, 0], elapsedMilliseconds: 0),
      NewJudgment(ordinal: 1, decision: .allGood, orderShown: [0, 1], elapsedMilliseconds: -1),
      NewJudgment(ordinal: 6, decision: .allGood, orderShown: [0, 1], elapsedMilliseconds: 0),
    ]
    for judgment in wrong {
      #expect(throws: WorkspaceError.self) {
        try workspace.record(judgment, rater: "ada", id: UUID(), now: test.now)
      }
    }
    #expect(try workspace.progress(rater: "ada").judged == 0)
  }

  @Test(
    "a judgment whose row is not whole is told",
    arguments: ["[0]", "[0,null]", "[0,0]", "{}", "[0,1,2]", "["])
  func damaged(order: String) throws {
    try test.judge(1)
    try workspace.database.write {
      try $0.execute(sql: "UPDATE judgment SET order_shown = ?", arguments: [order])
    }
    #expect(throws: WorkspaceError.self) { try test.current(1) }
  }
}
