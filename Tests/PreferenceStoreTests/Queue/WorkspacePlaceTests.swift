import FeedbackSubmission
import GRDB
import Preference
import Testing

@testable import PreferenceStore

@Suite("What outlives a session unsaved")
struct WorkspacePlaceTests {
  let test: TestWorkspace
  var workspace: Workspace { test.workspace }

  init() throws {
    test = try TestWorkspace((1...3).map { .sample("q\($0)", candidates: 3) })
  }

  @Test func `a rater's place is there after reopening, and is the rater's own`() throws {
    #expect(try workspace.place(rater: "ada") == nil)
    try workspace.keepPlace("one", rater: "ada")
    try workspace.keepPlace("two", rater: "ada")
    try test.reopen()
    #expect(try workspace.place(rater: "ada") == "two")
    #expect(try workspace.place(rater: "bob") == nil)
  }

  @Test func `a draft is kept, listed, replaced and taken back`() throws {
    let draft = Draft(
      ranking: Ranking(tiers: [[2], [0, 1]], candidateCount: 3),
      remarks: Remarks(comment: "e\u{301}\0", corrections: [1: .text("better")]),
      edit: OpenEdit(subject: .correction(2), text: "half a", cursor: 6))
    try workspace.keepDraft(draft, of: 2, rater: "ada", now: test.now)
    try test.reopen()
    #expect(try workspace.draft(of: 2, rater: "ada") == draft)
    #expect(try workspace.draft(of: 2, rater: "bob") == nil)
    #expect(try workspace.listing(QueueFilter(state: .drafts), rater: "ada") == [2])
    let entry = try workspace.queueEntries([2], rater: "ada").first
    #expect(entry?.hasDraft == true)
    #expect(try entry?.begun == workspace.drafts().first?.contents)
    #expect(entry?.begun.contains("comment") == true)
    try workspace.keepDraft(nil, of: 2, rater: "ada", now: test.now)
    #expect(try workspace.draft(of: 2, rater: "ada") == nil)
  }

  @Test func `a judgment takes its draft along`() throws {
    try workspace.keepDraft(
      Draft(ranking: Ranking(tiers: [[1]], candidateCount: 3)), of: 1, rater: "ada", now: test.now)
    try test.judge(1)
    #expect(try workspace.draft(of: 1, rater: "ada") == nil)
  }

  func write(_ body: String) throws {
    try workspace.database.write { try $0.execute(sql: "UPDATE draft SET body = ?", arguments: [body]) }
  }

  func body() throws -> String? {
    try workspace.database.read { try String.fetchOne($0, sql: "SELECT body FROM draft") }
  }

  @Test func `what a later Podium keeps beside a draft is passed over`() throws {
    let draft = Draft(
      ranking: Ranking(tiers: [[1]], candidateCount: 3),
      remarks: Remarks(comment: "mine", corrections: [1: .text("better")]),
      edit: OpenEdit(subject: .comment, text: "half a", cursor: 6))
    try workspace.keepDraft(draft, of: 1, rater: "ada", now: test.now)
    try write(
      """
      {"panel": 1, "ranking": [[1]],
       "remarks": {"comment": "mine", "mood": "good", "corrections": {"1": {"text": "better", "by": "me"}}},
       "edit": {"comment": true, "text": "half a", "cursor": 6, "selection": [1, 2]}}
      """)
    #expect(try workspace.draft(of: 1, rater: "ada") == draft)
  }

  @Test func `a draft that says nothing is none`() throws {
    try workspace.keepDraft(
      Draft(ranking: Ranking(tiers: [[1]], candidateCount: 3)), of: 1, rater: "ada", now: test.now)
    try write("{}")
    #expect(try workspace.draft(of: 1, rater: "ada") == nil)
  }

  @Test(
    "a draft that cannot be read is told, and stays as it is until it is discarded",
    arguments: [
      "", #"{"ranking":[[7]]}"#, #"{"ranking":[[]]}"#, #"{"remarks":{"corrections":{"0":{"outputs":{}}}}}"#,
      #"{"remarks":{"comment":"mine"},"edit":{"correction":9,"text":"x"}}"#,
    ])
  func unreadable(text: String) throws {
    let draft = Draft(ranking: Ranking(tiers: [[1]], candidateCount: 3))
    try workspace.keepDraft(draft, of: 1, rater: "ada", now: test.now)
    try write(text)
    #expect(throws: WorkspaceError.self) { try workspace.draft(of: 1, rater: "ada") }
    #expect(throws: WorkspaceError.self) {
      try workspace.keepDraft(draft, of: 1, rater: "ada", now: test.now)
    }
    #expect(throws: WorkspaceError.self) { try workspace.keepDraft(nil, of: 1, rater: "ada", now: test.now) }
    try test.judge(1)
    #expect(try body() == text)
    #expect(try workspace.drafts().map(\.draft) == [nil])
    #expect(try workspace.discardDraft(of: 1, rater: "ada"))
    #expect(try body() == nil)
  }
}
