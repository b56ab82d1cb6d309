import Foundation
import Preference
import PreferenceStore
import StrictJSON
import TestSupport
import Testing

/// What the server gets of comments and corrections.
@Suite struct SubmitRemarksTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  static let messages: JSONValue = [
    ["role": "user", "content": "Hi"], ["role": "assistant", "content": "Helo"],
  ]

  func workspace() throws -> Workspace {
    try Workspace(
      path: folder.path(of: "w.podium"),
      origin: WorkspaceOrigin(orderSeed: 1, createdAt: Date(), programVersion: "test"))
  }

  func judge(_ remarks: Remarks, at seconds: Int = 0, in workspace: Workspace) throws {
    let ranking = try #require(Ranking(tiers: [[0], [1, 2]], candidateCount: 4))
    let decision = Decision(verdict: .ranked, ranking: ranking, remarks: remarks)
    _ = try workspace.record(
      NewJudgment(ordinal: 1, decision: decision, orderShown: [3, 2, 0, 1], elapsedMilliseconds: 1),
      rater: "ada", id: UUID(), now: Date(timeIntervalSinceNow: Double(seconds)))
  }

  func submit(to server: LoopbackFeedbackServer) async throws {
    let outcome = try await BuiltProgram.podium.run(
      ["submit", "w.podium"], in: folder.path,
      environment: [
        "LANGSMITH_ENDPOINT": server.url, "LANGSMITH_API_KEY": "lsv2_test", "HOME": folder.path,
      ])
    #expect(outcome.status == 0)
  }

  func corrections(on server: LoopbackFeedbackServer) -> [JSONValue?] {
    server.records.sorted { ($0["run_id"]?.string ?? "") < ($1["run_id"]?.string ?? "") }
      .map { $0["correction"] }
  }

  @Test func `corrections arrive in the shape of the outputs, change and go`() async throws {
    let outputs: [Candidate.Output] = [
      .text("x"), .structured(["answer": "x"]),
      .structured(["answer": "x", "score": 1.50, "steps": [1, nil]]),
      .structured(["messages": Self.messages]),
    ]
    let candidates = outputs.enumerated().map { index, output in
      let id = UUID(uuid: (UInt8(index), 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 0))
      return Candidate(output: output, run: RunIdentity(runID: id))
    }
    let workspace = try workspace()
    defer { workspace.close() }
    _ = try workspace.add([Comparison(id: "q", prompt: .text("?"), candidates: candidates)])
    let server = try LoopbackFeedbackServer()
    defer { server.stop() }

    let fixed: JSONValue = ["messages": [["role": "assistant", "content": "Hello"]]]
    let remarks = Remarks(
      corrections: [
        0: .text("e\u{301}\n"), 1: .structured(["answer": "y"]),
        2: .structured(["answer": "y", "score": 1.50, "steps": [1, nil]]),
        3: .structured(try #require(fixed.object)),
      ])
    try judge(remarks, in: workspace)
    try await submit(to: server)
    #expect(
      corrections(on: server) == [
        ["output": "e\u{301}\n"], ["answer": "y"], ["answer": "y", "score": 1.50, "steps": [1, nil]], fixed,
      ])
    #expect(server.records.filter { $0["key"] == "correction" }.count == 1)

    try judge(Remarks(comment: "no", corrections: [0: .text("z")]), at: 1, in: workspace)
    try await submit(to: server)
    #expect(corrections(on: server).map { $0 ?? .null } == [["output": "z"], .null, .null])
    #expect(server.records.allSatisfy { $0["comment"] == "no" })

    _ = try workspace.undo(rater: "ada", now: Date(timeIntervalSinceNow: 2))
    _ = try workspace.undo(rater: "ada", now: Date(timeIntervalSinceNow: 2))
    try await submit(to: server)
    #expect(server.records.isEmpty)
  }

  @Test func `answers arrive under their own keys, with what the keys mean`() async throws {
    let workspace = try workspace()
    defer { workspace.close() }
    let candidates = (0..<2).map { Candidate(output: .text("\($0)"), run: RunIdentity(runID: UUID())) }
    _ = try workspace.add([Comparison(id: "q", prompt: .text("?"), candidates: candidates)])
    let rubric = Rubric(
      criteria: [
        Criterion(key: "errors", kind: .tags([.init(value: "factual"), .init(value: "style")]), scope: .run),
        Criterion(key: "helpful", kind: .rating(try #require(Scale(minimum: 1, maximum: 5))), scope: .run),
        Criterion.standard("confidence"),
      ].compactMap(\.self))
    let change = try workspace.use(rubric, now: Date())
    let answers: [AnswerSlot: Answer] = [
      AnswerSlot("errors", candidate: 1): .tags(["factual", "style"]),
      AnswerSlot("helpful", candidate: 0): .rating(4), AnswerSlot("confidence"): .text("sure"),
    ]
    let ranking = try #require(Ranking(tiers: [[0], [1]], candidateCount: 2))
    let decision = Decision(verdict: .ranked, ranking: ranking, remarks: Remarks(answers: answers))
    _ = try workspace.record(
      NewJudgment(
        ordinal: 1, decision: decision, orderShown: [0, 1], elapsedMilliseconds: 1,
        rubricVersion: change.version), rater: "ada", id: UUID(), now: Date())
    let server = try LoopbackFeedbackServer()
    defer { server.stop() }
    try await submit(to: server)

    let byKey = Dictionary(grouping: server.records) { $0["key"]?.string ?? "" }
    #expect(
      byKey.mapValues(\.count) == ["pairwise_preference": 2, "errors": 1, "helpful": 1, "confidence": 2])
    #expect(byKey["errors"]?.first?["value"] == "factual, style")
    #expect(byKey["helpful"]?.first?["score"]?.number?.doubleValue == 4)
    let configuration = byKey["helpful"]?.first?["feedback_config"]?.object
    #expect(configuration?["type"] == "continuous")
    #expect(configuration?["max"]?.number?.doubleValue == 5)
    let groups = Set(byKey["confidence"]?.map { $0["feedback_group_id"]?.string } ?? [])
    #expect(groups.count == 1)
    #expect(byKey["confidence"]?.allSatisfy { $0["value"] == "sure" } == true)
    #expect(Set(server.records.map { $0["feedback_group_id"]?.string }).count == 4)
  }
}
