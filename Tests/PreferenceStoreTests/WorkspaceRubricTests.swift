import FeedbackSubmission
import Foundation
import GRDB
import Preference
import StrictJSON
import Testing

@testable import PreferenceStore

@Suite struct WorkspaceRubricTests {
  let test: TestWorkspace
  var workspace: Workspace { test.workspace }
  let scale: Scale

  init() throws {
    test = try TestWorkspace([
      .sample("q1", candidates: 3, runs: 0..<3), .sample("q2", candidates: 3, runs: 0..<2),
    ])
    scale = try #require(Scale(minimum: 1, maximum: 5))
  }

  func rubric(_ keys: String...) -> Rubric {
    let all = [
      Criterion(key: "errors", kind: .tags([.init(value: "factual"), .init(value: "style")]), scope: .run),
      Criterion(key: "fluency", kind: .rating(scale), scope: .run),
      Criterion(key: "kind", kind: .category([.init(value: "a"), .init(value: "b", score: 2.5)])),
      Criterion(key: "seen", kind: .flag, scope: .run), Criterion(key: "why", kind: .text),
    ]
    return Rubric(criteria: all.filter { keys.isEmpty || keys.contains($0.key) })
  }

  @discardableResult
  func judge(_ ordinal: Int, _ answers: [AnswerSlot: Answer], version: Int? = 1) throws -> Judgment {
    let decision = Decision(
      verdict: .ranked, ranking: try #require(Ranking(tiers: [[0], [1]], candidateCount: 3)),
      remarks: Remarks(answers: answers))
    let new = NewJudgment(
      ordinal: ordinal, decision: decision, orderShown: [0, 1, 2], elapsedMilliseconds: 1,
      rubricVersion: version)
    return try workspace.record(new, rater: "ada", id: UUID(), now: test.now)
  }

  func groups(_ judgment: Judgment, of ordinal: Int = 1) throws -> [FeedbackGroup] {
    let mapping = FeedbackMapping(
      comparison: try workspace.comparison(at: ordinal, rater: "ada").comparison,
      settings: try workspace.settings(), rubric: rubric())
    return mapping.groups(judgment)
  }

  @Test func `a rubric is kept in versions, and says what vanished`() throws {
    #expect(try workspace.rubric() == nil)
    #expect(try workspace.use(rubric(), now: test.now) == RubricChange(version: 1, isNew: true, vanished: []))
    #expect(try workspace.use(rubric(), now: test.now).isNew == false)
    let change = try workspace.use(rubric("why", "kind"), now: test.now)
    #expect(change == RubricChange(version: 2, isNew: true, vanished: ["errors", "fluency", "seen"]))
    try test.reopen()
    #expect(try workspace.rubric() == StoredRubric(version: 2, rubric: rubric("why", "kind")))
  }

  @Test func `answers are kept with the version that they answer`() throws {
    _ = try workspace.use(rubric(), now: test.now)
    let answers: [AnswerSlot: Answer] = [
      AnswerSlot("errors", candidate: 1): .tags(["style"]), AnswerSlot("why"): .text("e\u{301}"),
    ]
    let judgment = try judge(1, answers)
    _ = try workspace.use(rubric("why"), now: test.now)
    try test.reopen()
    #expect(try test.current(1) == judgment)
    #expect(judgment.remarks.answers == answers)
    #expect(judgment.rubricVersion == 1)
  }

  @Test func `answers that nobody asked for are refused`() throws {
    let answers: [AnswerSlot: Answer] = [AnswerSlot("seen", candidate: 0): .flag(true)]
    #expect(throws: WorkspaceError.self) { try judge(1, answers, version: nil) }
    _ = try workspace.use(rubric("why"), now: test.now)
    #expect(throws: WorkspaceError.self) { try judge(1, answers) }
    #expect(try workspace.progress(rater: "ada").judged == 0)
  }

  @Test func `each criterion is a group under its key, with what the key means`() throws {
    _ = try workspace.use(rubric(), now: test.now)
    let judgment = try judge(
      1,
      [
        AnswerSlot("errors", candidate: 2): .tags(["factual", "style"]),
        AnswerSlot("fluency", candidate: 0): .rating(4), AnswerSlot("fluency", candidate: 1): .rating(2),
        AnswerSlot("kind"): .text("b"), AnswerSlot("seen", candidate: 1): .flag(true),
        AnswerSlot("why"): .text("so"),
      ])
    let groups = try groups(judgment)
    #expect(Set(groups.map(\.id)).count == 6)
    let byKey = Dictionary(grouping: groups.flatMap(\.records), by: \.key)
    #expect(
      byKey.mapValues(\.count) == [
        "ranked_preference": 2, "errors": 1, "fluency": 2, "kind": 3, "seen": 1, "why": 3,
      ])
    #expect(byKey["errors"]?.first?.value == "factual, style")
    #expect(byKey["errors"]?.first?.configuration?.allowsMultipleCategories == true)
    #expect(byKey["fluency"]?.map(\.score) == [.float(4), .float(2)])
    #expect(byKey["fluency"]?.first?.configuration == .continuous(minimum: 1, maximum: 5))
    #expect(byKey["kind"]?.first?.score == .float(2.5))
    #expect(byKey["kind"]?.first?.value == "b")
    #expect(
      byKey["kind"]?.first?.configuration
        == .categorical([.init(value: 0, label: "a"), .init(value: 2.5, label: "b")]))
    #expect(byKey["seen"]?.first?.score == .float(1))
    #expect(byKey["why"]?.first?.value == "so")
    #expect(byKey["why"]?.first?.configuration == .freeform)
  }

  @Test func `an answer about the comparison goes to each known run`() throws {
    _ = try workspace.use(rubric(), now: test.now)
    let judgment = try judge(
      2, [AnswerSlot("why"): .text("so"), AnswerSlot("seen", candidate: 2): .flag(true)])
    let records = try groups(judgment, of: 2).flatMap(\.records)
    #expect(records.filter { $0.key == "why" }.count == 2)
    #expect(records.filter { $0.key == "seen" }.isEmpty)
  }

  @Test func `undo, redo and edits under another rubric keep what is delivered in step`() throws {
    _ = try workspace.use(rubric(), now: test.now)
    try judge(1, [AnswerSlot("why"): .text("so"), AnswerSlot("errors", candidate: 0): .tags(["style"])])
    #expect(try workspace.outboxCounts().waiting == 3)
    _ = try workspace.use(rubric("why"), now: test.now)
    try judge(1, [AnswerSlot("why"): .text("else")], version: 2)
    #expect(try workspace.outboxCounts().waiting == 2)
    _ = try test.undo()
    #expect(try workspace.outboxCounts().waiting == 3)
    _ = try test.undo()
    #expect(try workspace.outboxCounts().waiting == 0)
    _ = try test.redo()
    #expect(try workspace.outboxCounts().waiting == 3)
  }
}
