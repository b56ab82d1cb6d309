import Foundation
import Preference
import PreferenceStore
import StrictJSON
import TestSupport
import Testing

@testable import podium

@Suite struct SubmitCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Comparisons of three runs each, all judged: the first candidate best, the other two tied.
  func makeWorkspace(_ count: Int) throws {
    let workspace = try Workspace(
      path: folder.path(of: "w.podium"),
      origin: WorkspaceOrigin(orderSeed: 1, createdAt: Date(), programVersion: "test"))
    defer { workspace.close() }
    let lines = (1...count).map { number in
      let candidates = (0..<3).map { Candidate(output: .text("\($0)"), run: RunIdentity(runID: UUID())) }
      return Comparison(id: "q\(number)", prompt: .text("?"), candidates: candidates).json.text()
    }
    let path = try folder.write(lines.joined(separator: "\n").utf8, to: "w.jsonl")
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    var comparisons = WorkspaceImport([ImportSource(file: file, name: path)])
    _ = try comparisons.run(into: workspace, now: Date())
    let ranking = try #require(Ranking(tiers: [[0], [1, 2]], candidateCount: 3))
    for ordinal in 1...count {
      let new = NewJudgment(
        ordinal: ordinal, decision: Decision(verdict: .ranked, ranking: ranking), orderShown: [2, 0, 1],
        elapsedMilliseconds: 1)
      _ = try workspace.record(new, rater: "ada", id: UUID(), now: Date())
    }
  }

  func submit(_ options: String..., to server: LoopbackFeedbackServer, key: String? = "lsv2_test")
    async throws
    -> BuiltProgram.Outcome
  {
    try await BuiltProgram.podium.run(
      ["submit", "w.podium"] + options, in: folder.path, environment: environment(server, key: key))
  }

  func environment(_ server: LoopbackFeedbackServer, key: String? = "lsv2_test") -> [String: String] {
    var environment = ["LANGSMITH_ENDPOINT": server.url, "HOME": folder.path]
    environment["LANGSMITH_API_KEY"] = key
    return environment
  }

  /// Starts to submit, and returns when the server was asked for the first time.
  /// Submits until the first request, and sends that signal then.
  func submit(
    to server: LoopbackFeedbackServer, endingBy signal: Int32
  ) async throws -> ChildProcess.End {
    let child = try KillableProcess(
      .podium, ["submit", folder.path(of: "w.podium")], environment: environment(server))
    child.signal(signal) { !server.requests.isEmpty }
    return try await child.end()
  }

  @Test func `every record arrives once, in whole groups`() async throws {
    try makeWorkspace(5)
    let server = try LoopbackFeedbackServer()
    defer { server.stop() }
    let outcome = try await submit("--json", to: server)
    #expect(outcome.status == 0)
    #expect(
      outcome.text == #"{"workspace":"w.podium","outbox":{"delivered":5,"waiting":0,"dead":0},"reason":null}"#
        + "\n")
    let groups = Dictionary(grouping: server.records) { $0["feedback_group_id"]?.string }
    #expect(groups.count == 5)
    for group in groups.values {
      #expect(
        group.map { $0["score"]?.number?.doubleValue }.sorted { ($0 ?? 0) > ($1 ?? 0) } == [1, 0.25, 0.25])
      #expect(Set(group.map { $0["value"]?.string }) == ["1st of 3", "tied 2nd of 3"])
      #expect(group.allSatisfy { $0["key"]?.string == "ranked_preference" })
    }
    let again = try await submit(to: server)
    #expect(again.text == "w.podium: 5 delivered, 0 waiting\n")
    #expect(server.records.count == 15)
  }

  @Test func `faults on the way double nothing and lose nothing`() async throws {
    try makeWorkspace(2)
    let server = try LoopbackFeedbackServer(faults: [.resetAfter, .status(500), .resetBefore])
    defer { server.stop() }
    let outcome = try await submit(to: server)
    #expect(outcome.status == 0)
    #expect(server.records.count == 6)
  }

  @Test func `a server that is not there leaves everything waiting`() async throws {
    try makeWorkspace(1)
    let server = try LoopbackFeedbackServer()
    server.stop()
    let outcome = try await submit("--patience", "0", to: server)
    #expect(outcome.status == 1)
    #expect(outcome.text == "w.podium: 0 delivered, 1 waiting\n")
    #expect(outcome.errors.hasPrefix("podium: "))
  }

  @Test func `a key that is refused is reported as such, and is not repeated`() async throws {
    try makeWorkspace(1)
    let server = try LoopbackFeedbackServer(faults: Array(repeating: .status(401), count: 20))
    defer { server.stop() }
    let outcome = try await submit(to: server, key: "lsv2_secret")
    #expect(outcome.status == 4)
    #expect(!outcome.errors.contains("lsv2_secret"))
  }

  @Test func `without a key nothing is sent, and that is said`() async throws {
    try makeWorkspace(1)
    let outcome = try await BuiltProgram.podium.run(
      ["submit", "w.jsonl"], in: folder.path, environment: ["HOME": folder.path])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("LANGSMITH_API_KEY is not set"))
  }

  @Test func `killed while a record's answer is out, and started again, it delivers each record once`()
    async throws
  {
    try makeWorkspace(4)
    let server = try LoopbackFeedbackServer(faults: [.replyAfterwards(.hang(seconds: 60))])
    defer { server.stop() }
    #expect(try await submit(to: server, endingBy: SIGKILL) == .killed(signal: SIGKILL))
    #expect(try await submit(to: server).status == 0)
    #expect(server.records.count == 12)
    #expect(Set(server.records.map { $0["feedback_group_id"]?.string }).count == 4)
  }

  @Test func `asked to end, it ends by itself and leaves the rest waiting`() async throws {
    try makeWorkspace(30)
    let server = try LoopbackFeedbackServer(
      faults: Array(repeating: .replyAfterwards(.hang(seconds: 0.1)), count: 60))
    defer { server.stop() }
    #expect(try await submit(to: server, endingBy: SIGINT) == .exited(ExitStatus.findings.rawValue))
    #expect(server.requests.count < 60)
  }
}
