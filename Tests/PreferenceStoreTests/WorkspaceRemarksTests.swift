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

  @Test func `what was written stays as a draft when its judgment is undone, until it is judged again`()
    throws
  {
    let written = Remarks(comment: "e\u{301}\0", corrections: [2: .text("better")])
    try test.judge(2, try ranked([[0], [1], [2]], written))
    #expect(try test.undo()?.current == nil)
    #expect(try workspace.draft(of: 2, rater: "ada") == Draft(remarks: written))
    try test.reopen()
    #expect(try workspace.draft(of: 2, rater: "ada") == Draft(remarks: written))
    try test.judge(2, try ranked([[0]], written))
    #expect(try workspace.draft(of: 2, rater: "ada") == nil)
  }

  @Test func `redo takes the draft that undo left, and leaves one that has changed`() throws {
    let written = Remarks(runComments: [1: "short"])
    let judgment = try test.judge(1, try ranked([[0]], written))
    _ = try test.undo()
    #expect(try test.redo()?.current == judgment)
    #expect(try workspace.draft(of: 1, rater: "ada") == nil)
    _ = try test.undo()
    let changed = Draft(remarks: Remarks(runComments: [1: "shorter"]))
    try workspace.keepDraft(changed, of: 1, rater: "ada", now: test.now)
    #expect(try test.redo()?.current == judgment)
    #expect(try workspace.draft(of: 1, rater: "ada") == changed)
  }

  @Test func `undo leaves a draft that is there already, and makes none of what still holds`() throws {
    let first = Remarks(comment: "first")
    try test.judge(1, try ranked([[0]], first))
    try test.judge(1, try ranked([[1]], first))
    _ = try test.undo()
    #expect(try workspace.draft(of: 1, rater: "ada") == nil)
    let newer = Draft(remarks: Remarks(comment: "newer"))
    try workspace.keepDraft(newer, of: 1, rater: "ada", now: test.now)
    _ = try test.undo()
    #expect(try workspace.draft(of: 1, rater: "ada") == newer)
  }

  @Test func `texts that were put down stay beside what is undone`() throws {
    let text = OpenEdit(subject: .comment, text: "half a", cursor: 6)
    let order = try workspace.comparison(at: 1, rater: "ada").order
    let written = Remarks(corrections: [0: .text("better")])
    let new = NewJudgment(
      ordinal: 1, decision: try ranked([[0]], written), orderShown: order, elapsedMilliseconds: 1,
      draft: Draft(laidAside: [text]))
    _ = try workspace.record(new, rater: "ada", id: .numbered(77), now: test.now)
    _ = try test.undo()
    #expect(try workspace.draft(of: 1, rater: "ada") == Draft(remarks: written, laidAside: [text]))
    _ = try test.redo()
    #expect(try workspace.draft(of: 1, rater: "ada") == Draft(laidAside: [text]))
  }

  @Test func `an edit that is undone leaves what it said as a draft`() throws {
    try test.judge(1, try ranked([[0]], Remarks(comment: "first")))
    try test.judge(1, try ranked([[0]], Remarks(comment: "second")))
    #expect(try test.undo()?.current?.remarks == Remarks(comment: "first"))
    #expect(try workspace.draft(of: 1, rater: "ada") == Draft(remarks: Remarks(comment: "second")))
    _ = try test.undo()
    #expect(try workspace.draft(of: 1, rater: "ada") == Draft(remarks: Remarks(comment: "second")))
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
