import Foundation
import TestSupport
import Testing

@testable import podium

@Suite struct PullRefusalTests {
  private static let mistakes: [([String], String)] = [
    (["pull"], "--dataset"),
    (["pull", "--dataset", "questions", "--experiments", "small", "-o", "q.podium"], "two or more"),
    (["pull", "--dataset", "questions", "--experiments", "small,large"], "-o NAME.podium"),
    (["pull", "--dataset", "none", "--experiments", "small,large", "-o", "q.podium"], "the dataset “none”"),
    (
      ["pull", "--dataset", "questions", "--experiments", "small,none", "-o", "q.podium"],
      "the session “none”"
    ),
    (
      ["pull", "--dataset", "questions", "--experiments", "small,small", "-o", "q.podium"],
      "“small” is named twice"
    ),
    (
      ["pull", "--dataset", "questions", "--experiments", "small,stray", "-o", "q.podium"],
      "“stray” ran on another dataset"
    ),
    (["pull", "--queue", "none"], "no annotation queue “none”"),
    (["pull", "--queue", "To review", "--mark-done", "x"], "the id of an item"),
    (["pull", "--queue", "To review", "-o", "q.podium"], "--queue goes without"),
    (["pull", "--mark-done", "x"], "--queue"),
  ]

  @Test("A mistake is named, and nothing is made", arguments: mistakes)
  func mistake(arguments: [String], words: String) async throws {
    let test = try PullTestCase(ExperimentServer())
    let outcome = try await test.podium(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.text == "")
    #expect(test.files.isEmpty)
    #expect(test.server.comparatives.isEmpty)
  }

  private static let refusals: [(LoopbackReply, String)] = [
    (.json(#"{"detail":"Invalid token"}"#, status: 401), "Set LANGSMITH_API_KEY"),
    (.json(#"{"error":"org_scoped_key_requires_workspace"}"#, status: 403), "LANGSMITH_WORKSPACE_ID"),
    (.html("<html>Please log in</html>"), "a login page"),
    (.status(302, ["Location": "https://login.example/?key=1"]), "https://login.example"),
  ]

  @Test("Who is refused is told why, and never the key", arguments: refusals)
  func refusal(reply: LoopbackReply, words: String) async throws {
    let test = try PullTestCase(ExperimentServer(faults: [nil, reply]))
    let outcome = try await test.pull()
    #expect(outcome.status == 4)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(!outcome.errors.contains(PullTestCase.key) && !outcome.errors.contains("Please log in"))
    #expect(test.files.isEmpty)
  }

  @Test func `Without a key nothing is asked`() async throws {
    let test = try PullTestCase(ExperimentServer())
    let outcome = try await test.podium(test.everything, environment: ["HOME": test.folder.path])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("LANGSMITH_API_KEY is not set"))
    #expect(test.server.requests.isEmpty)
  }

  @Test func `Experiments without an example in common make no workspace`() async throws {
    var work = RemoteWork()
    work.runs = [
      RemoteWork.run(11, session: 1, example: 1, output: "a"),
      RemoteWork.run(22, session: 2, example: 2, output: "b"),
    ]
    let test = try PullTestCase(ExperimentServer(work: work))
    let outcome = try await test.pull()
    #expect(outcome.status == 1)
    #expect(outcome.text == "no workspace made: 0 added, 0 already there\n")
    #expect(outcome.errors.contains("nothing to compare"))
    #expect(test.files.isEmpty)
    #expect(test.server.comparatives.isEmpty)
  }

  @Test func `A workspace of another dataset takes nothing`() async throws {
    let server = try ExperimentServer()
    let test = try PullTestCase(server)
    _ = try await test.pull()
    server.change { state in
      state.work.sessions = [
        RemoteWork.session(1, "small", dataset: RemoteWork.otherDataset),
        RemoteWork.session(2, "large", dataset: RemoteWork.otherDataset),
      ]
    }
    let outcome = try await test.pull(
      arguments: ["pull", "--dataset", "others", "--experiments", "small,large", "-o", "q.podium"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("holds runs on another dataset"))
  }

  @Test func `A file that is no workspace is left alone, before LangSmith is asked`() async throws {
    let test = try PullTestCase(ExperimentServer())
    _ = try test.folder.write("not a database".utf8, to: "q.podium")
    let outcome = try await test.pull()
    #expect(outcome.status == 3)
    #expect(test.server.requests.isEmpty)
    #expect(try test.folder.contents(of: "q.podium") == Array("not a database".utf8))
  }
}
