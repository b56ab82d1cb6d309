import Foundation
import StrictJSON
import TestSupport
import Testing

/// `feedback list` and `feedback read`.
@Suite struct FeedbackReadCommandTests {
  private static let run = "aaaa0001-0000-4000-8000-000000000001"
  private static let id = "cccc0001-0000-4000-8000-000000000001"
  private static let record = #"{"id":"\#(id)","key":"k","score":1.0,"comment":"a\u001b[31m\u009b\u202eb"}"#

  private func podium(_ arguments: String..., server: LoopbackServer) async throws -> BuiltProgram.Outcome {
    let folder = try TemporaryFolder()
    let outcome = try await BuiltProgram.podium.run(
      ["feedback"] + arguments, in: folder.path,
      environment: [
        "LANGSMITH_ENDPOINT": server.url, "LANGSMITH_API_KEY": "lsv2_not_to_be_seen", "HOME": folder.path,
      ])
    // Reading makes no outbox.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    return outcome
  }

  @Test func `every filter is sent as LangSmith names it`() async throws {
    let server = try LoopbackServer { _ in .json("[]") }
    let outcome = try await podium(
      "list", "--run-id", Self.run, "--run-id", Self.id.uppercased(), "--key", "a b", "--source", "api",
      "--session-id", Self.run, "--comparative-experiment-id", Self.id, "--user-id", Self.run, "--has-score",
      "--no-has-comment", "--level", "run", "--min-created-at", "2026-01-31T09:30:00Z", "--max-created-at",
      "2026-02-01", "--include-user-names", "--limit", "7", server: server)
    #expect(outcome.status == 0)
    #expect(outcome.text.isEmpty)
    let items = try #require(URLComponents(string: server.requests.first?.path ?? "")?.queryItems)
    #expect(
      items.map { "\($0.name)=\($0.value ?? "")" } == [
        "run=\(Self.run)", "run=\(Self.id)", "session=\(Self.run)", "comparative_experiment_id=\(Self.id)",
        "key=a b", "source=api", "user=\(Self.run)", "has_comment=False", "has_score=True", "level=run",
        "min_created_at=2026-01-31T09:30:00+00:00", "max_created_at=2026-02-01T00:00:00",
        "include_user_names=True",
        "limit=7", "offset=0",
      ])
  }

  @Test func `records are printed a line each, and none of their bytes steers a terminal`() async throws {
    let server = try LoopbackServer { _ in .json("[\(Self.record),\(Self.record)]") }
    let outcome = try await podium("list", "--limit", "2", server: server)
    let line = #"{"id":"\#(Self.id)","key":"k","score":1.0,"comment":"a\u001b[31m\u009b\u202eb"}"#
    #expect(outcome.lines == [line, line])
    #expect(try JSONParser.parse(line.utf8) == JSONParser.parse(Self.record.utf8))
  }

  @Test func `more runs than an address holds are asked for in turns, up to the limit`() async throws {
    let server = try LoopbackServer { _ in .json("[\(Self.record)]") }
    let ids = (0..<120).flatMap { _ in ["--run-id", UUID().uuidString] }
    let folder = try TemporaryFolder()
    let outcome = try await BuiltProgram.podium.run(
      ["feedback", "list", "--limit", "2"] + ids, in: folder.path,
      environment: ["LANGSMITH_ENDPOINT": server.url])
    #expect(outcome.lines.count == 2)
    #expect(server.requests.count == 2)
  }

  @Test func `what is read is printed, and what is not there is said`() async throws {
    let server = try LoopbackServer { request in
      request.path == "/feedback/\(Self.id)" ? .json(Self.record) : .json(#"{"detail":"none"}"#, status: 404)
    }
    let outcome = try await podium("read", Self.run, Self.id.uppercased(), server: server)
    #expect(outcome.status == 1)
    #expect(outcome.lines.count == 1)
    #expect(outcome.errors == "podium: the server has no feedback \(Self.run)\n")
  }

  @Test(
    "mistakes are named, and nothing is asked",
    arguments: [
      (["list", "--run-id", "x"], "--run-id: expected a UUID"),
      (["list", "--min-created-at", "yesterday"], "--min-created-at: expected a time"),
      (["list", "--limit", "0"], "--limit: expected 1 or more"), (["read", "x"], "id: expected a UUID"),
      (["read"], "Missing expected argument"),
    ])
  func refuses(arguments: [String], message: String) async throws {
    let server = try LoopbackServer { _ in .json("[]") }
    let folder = try TemporaryFolder()
    let outcome = try await BuiltProgram.podium.run(
      ["feedback"] + arguments, in: folder.path, environment: ["LANGSMITH_ENDPOINT": server.url])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message))
    #expect(server.requests.isEmpty)
  }

  @Test func `a key that is refused is said, and not shown`() async throws {
    let server = try LoopbackServer { _ in .json(#"{"detail":"lsv2_not_to_be_seen"}"#, status: 401) }
    let outcome = try await podium("list", server: server)
    #expect(outcome.status == 4)
    #expect(!outcome.errors.contains("lsv2_not_to_be_seen"))
  }

  @Test func `plain http to another machine needs to be allowed`() async throws {
    let folder = try TemporaryFolder()
    let environment = ["LANGSMITH_ENDPOINT": "http://langsmith.invalid", "LANGSMITH_API_KEY": "k"]
    let commands = [
      ["feedback", "list"], ["feedback", "read", Self.id], ["feedback", "delete", Self.id],
      ["feedback", "update", Self.id, "--score", "1"], ["feedback", "create", "--run-id", Self.run],
    ]
    for command in commands {
      let outcome = try await BuiltProgram.podium.run(command, in: folder.path, environment: environment)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("expected https"))
      #expect(outcome.errors.contains("--allow-http"))
    }
  }
}
