import FeedbackSubmission
import Foundation
import GRDB
import Preference
import StrictJSON
import Testing

@testable import PreferenceStore

@Suite struct WorkspaceRemarksTests {
  let test: TestWorkspace
  var workspace: Workspace { test.workspace }

  init() throws {
    test = try TestWorkspace((1...3).map { .sample("q\($0)", candidates: 3, runs: 0..<3) })
  }

  func ranked(_ tiers: [[Int]], _ remarks: Remarks) throws -> Decision {
    Decision(
      verdict: .ranked, ranking: try #require(Ranking(tiers: tiers, candidateCount: 3)), remarks: remarks)
  }

  func waiting() throws -> Int { try workspace.outboxCounts().waiting }

  @Test func `remarks are there after reopening, undo and redo`() throws {
    let remarks = Remarks(
      comment: "e\u{301}\0…", runComments: [1: "short"], corrections: [2: .text("better\0")])
    let first = try test.judge(2, try ranked([[0], [1], [2]], remarks))
    #expect(first.remarks == remarks)
    try test.reopen()
    #expect(try test.current(2) == first)
    try test.judge(2, try ranked([[0], [1], [2]], Remarks(comment: "else")))
    #expect(try test.undo()?.current?.remarks == remarks)
    #expect(try test.redo()?.current?.remarks == Remarks(comment: "else"))
  }

  @Test func `what says nothing is not kept`() throws {
    let remarks = Remarks(comment: " ", corrections: [0: .text("answer 0"), 1: .text("other")])
    let judgment = try test.judge(1, try ranked([[0]], remarks))
    #expect(judgment.remarks == Remarks(corrections: [1: .text("other")]))
    #expect(try test.current(1) == judgment)
  }

  @Test func `remarks that do not fit are refused, and nothing is recorded`() throws {
    for remarks in [Remarks(runComments: [3: "x"]), Remarks(corrections: [0: .structured(["a": 1])])] {
      #expect(throws: WorkspaceError.self) { try test.judge(1, ranked([[0]], remarks)) }
    }
    #expect(try workspace.progress(rater: "ada").judged == 0)
  }

  @Test func `the comment of a judgment from before there were remarks is read`() throws {
    let judgment = try test.judge(1)
    try workspace.database.write { db in
      try db.execute(sql: "UPDATE judgment SET comment = CAST(? AS TEXT)", arguments: [Data("old\0".utf8)])
    }
    #expect(try test.current(1)?.remarks == Remarks(comment: "old\0"))
    #expect(try test.current(1)?.id == judgment.id)
  }

  @Test func `feedback that only the judgment before gave is taken back`() throws {
    // Of the second run there is no place in the order's group.
    try test.judge(1, try ranked([[0]], Remarks(runComments: [1: "off"])))
    #expect(try waiting() == 2)
    try test.judge(1, try ranked([[0]], Remarks()))
    #expect(try waiting() == 1)
    _ = try test.undo()
    #expect(try waiting() == 2)
    _ = try test.undo()
    #expect(try waiting() == 0)
    _ = try test.redo()
    #expect(try waiting() == 2)
  }

  @Test func `drafts of all raters are listed with their age, and discarded one by one`() throws {
    let draft = Draft(remarks: Remarks(corrections: [0: .text("x")]))
    try workspace.keepDraft(draft, of: 3, rater: "ada", now: test.now)
    try workspace.keepDraft(
      Draft(ranking: Ranking(tiers: [[1]], candidateCount: 3)), of: 1, rater: "bob", now: test.now)
    try workspace.database.write {
      try $0.execute(sql: "UPDATE draft SET kept_at = NULL WHERE comparison = 1")
    }
    let drafts = try workspace.drafts()
    #expect(drafts.map(\.ordinal) == [1, 3])
    #expect(drafts.map(\.rater) == ["bob", "ada"])
    #expect(drafts.map(\.keptAt) == [nil, test.now])
    #expect(drafts.last?.draft == draft)
    #expect(try workspace.discardDraft(of: 3, rater: "ada"))
    #expect(try !workspace.discardDraft(of: 3, rater: "ada"))
    #expect(try workspace.drafts().map(\.ordinal) == [1])
  }
}
