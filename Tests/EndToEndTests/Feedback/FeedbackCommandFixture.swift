import Foundation
import StrictJSON
import TestSupport

/// A folder with feedback commands in it, and a server.
struct FeedbackCommandFixture {
  let folder: TemporaryFolder
  let server: LoopbackFeedbackServer

  static let run = "aaaa0001-0000-4000-8000-000000000001"
  static let id = "cccc0001-0000-4000-8000-000000000001"
  static let key = "lsv2_pt_not_to_be_seen"

  init(faults: [LoopbackFeedbackServer.Fault] = []) throws {
    folder = try TemporaryFolder()
    server = try LoopbackFeedbackServer(faults: faults)
  }

  var environment: [String: String] {
    [
      "LANGSMITH_ENDPOINT": server.url, "LANGSMITH_API_KEY": Self.key, "HOME": folder.path,
      "XDG_STATE_HOME": folder.path(of: "state"),
    ]
  }

  var outboxPath: String { folder.path(of: "state/podium/feedback.podium") }

  func podium(_ arguments: String..., input: String = "") async throws -> BuiltProgram.Outcome {
    try await run(arguments, input: input)
  }

  /// Of a run, with a key, so that only what the test is about can be refused.
  func create(_ arguments: String..., input: String = "") async throws -> BuiltProgram.Outcome {
    try await run(["feedback", "create", "--run-id", Self.run, "--key", "k"] + arguments, input: input)
  }

  func create(fromJSON lines: String, _ arguments: String...) async throws -> BuiltProgram.Outcome {
    let path = try folder.write(lines.utf8, to: "feedback.jsonl")
    return try await run(
      ["feedback", "create", "--from-json", (path as NSString).lastPathComponent] + arguments)
  }

  private func run(_ arguments: [String], input: String = "") async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.podium.run(
      arguments, in: folder.path, input: Array(input.utf8), environment: environment)
  }

  /// Without what asks the server about itself.
  var requests: [LoopbackRequest] { server.requests.filter { $0.path != "/info" } }

  var exists: Bool { FileManager.default.fileExists(atPath: outboxPath) }
}

extension BuiltProgram.Outcome {
  /// The objects that were printed, one a line.
  var objects: [JSONObject] { lines.compactMap { try? JSONParser.parse($0.utf8).object } }

  func texts(_ key: String) -> [String?] { objects.map { $0[key]?.string } }
}
