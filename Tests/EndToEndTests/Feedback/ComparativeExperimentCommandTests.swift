import Foundation
import StrictJSON
import TestSupport
import Testing

/// `feedback create-comparative-experiment`.
@Suite struct ComparativeExperimentCommandTests {
  private static let first = "bbbb0001-0000-4000-8000-000000000001"
  private static let second = "bbbb0001-0000-4000-8000-000000000002"
  private static let dataset = "dada0001-0000-4000-8000-000000000001"
  private static let id = "dddd0001-0000-4000-8000-000000000001"

  private func server(status: Int = 200) throws -> LoopbackServer {
    try LoopbackServer { request in
      guard request.path.hasPrefix("/sessions/") else { return .answer(status: status, body: request.body) }
      return .json(#"{"id":"\#(Self.first)","name":"one","reference_dataset_id":"\#(Self.dataset)"}"#)
    }
  }

  private func create(_ server: LoopbackServer, _ arguments: String...) async throws -> BuiltProgram.Outcome {
    let folder = try TemporaryFolder()
    return try await BuiltProgram.podium.run(
      ["feedback", "create-comparative-experiment"] + arguments, in: folder.path,
      environment: ["LANGSMITH_ENDPOINT": server.url, "LANGSMITH_API_KEY": "lsv2_test", "HOME": folder.path])
  }

  @Test func `every argument goes out as the SDK sends it`() async throws {
    let server = try server()
    let outcome = try await create(
      server, "--name", "A vs. B", "--experiments", "\(Self.first),\(Self.second.uppercased())",
      "--reference-dataset", Self.dataset, "--description", "blind", "--created-at",
      "2025-12-31T23:59:58.123456Z", "--metadata", #"{"round": 1}"#, "--id", Self.id)
    #expect(outcome.status == 0)
    let request = try #require(server.requests.first)
    #expect(server.requests.count == 1)
    #expect(request.method == "POST")
    #expect(request.path == "/datasets/comparative")
    let expected: JSONObject = [
      "id": .string(Self.id), "name": "A vs. B",
      "experiment_ids": [.string(Self.first), .string(Self.second)],
      "reference_dataset_id": .string(Self.dataset), "description": "blind",
      "created_at": "2025-12-31T23:59:58.123456+00:00", "extra": ["metadata": ["round": 1]],
    ]
    #expect(try JSONParser.parse(request.body) == .object(expected))
    #expect(outcome.objects.first?["id"] == .string(Self.id))
  }

  @Test func `without a dataset it is the first experiment's`() async throws {
    let server = try server()
    let outcome = try await create(
      server, "--name", "x", "--experiments", Self.first, "--experiments", Self.second)
    #expect(outcome.status == 0)
    #expect(server.requests.first?.path == "/sessions/\(Self.first)?limit=1&include_stats=False")
    let body = try JSONParser.parse(try #require(server.requests.last).body).object
    #expect(body?["reference_dataset_id"] == .string(Self.dataset))
    #expect(body?["description"]?.isNull == true)
    #expect(body?["extra"] == [:])
  }

  @Test(
    arguments: [
      (["--name", "x"], "--experiments: expected at least one id"),
      (["--name", "x", "--experiments", "y"], "--experiments: expected a UUID"),
      (["--name", "x", "--experiments", "\(first),"], "--experiments: expected a UUID"),
      (["--name", "x", "--experiments", first, "--id", "1"], "--id: expected a UUID"),
      (
        ["--name", "x", "--experiments", first, "--reference-dataset", "d"],
        "--reference-dataset: expected a UUID"
      ),
      (["--name", "x", "--experiments", first, "--metadata", "[]"], "--metadata: expected a JSON object"),
      (["--name", "x", "--experiments", first, "--metadata", "{"], "--metadata: "),
      (["--name", "x", "--experiments", first, "--created-at", "now"], "--created-at: expected a time"),
      (["--experiments", first], "--name"),
    ])
  func `a refused argument is named, and nothing is made`(arguments: [String], words: String) async throws {
    let server = try server()
    let folder = try TemporaryFolder()
    let outcome = try await BuiltProgram.podium.run(
      ["feedback", "create-comparative-experiment"] + arguments, in: folder.path,
      environment: ["LANGSMITH_ENDPOINT": server.url, "LANGSMITH_API_KEY": "lsv2_test", "HOME": folder.path])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(words))
    #expect(server.requests.isEmpty)
  }

  @Test func `what LangSmith refuses is told as such`() async throws {
    let outcome = try await create(try server(status: 409), "--name", "x", "--experiments", Self.first)
    #expect(outcome.status == 4)
  }
}
