import Foundation
import StrictJSON
import TestSupport

/// A folder with a workspace in it, of feedback that was kept, and a server that takes no poison.
struct OutboxCommandFixture {
  let folder: TemporaryFolder
  let server: LoopbackFeedbackServer

  static let group = "eeee0001-0000-4000-8000-000000000001"

  init(faults: [LoopbackFeedbackServer.Fault] = [], poison: String? = "poison") throws {
    folder = try TemporaryFolder()
    server = try LoopbackFeedbackServer(faults: faults, poison: poison)
  }

  static func run(_ number: Int) -> String { "aaaa000\(number)-0000-4000-8000-000000000001" }
  static func id(_ number: Int) -> String { "cccc000\(number)-0000-4000-8000-000000000001" }

  var environment: [String: String] {
    ["LANGSMITH_ENDPOINT": server.url, "LANGSMITH_API_KEY": "lsv2_test", "HOME": folder.path]
  }

  func podium(_ arguments: String...) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.podium.run(arguments, in: folder.path, environment: environment)
  }

  func outbox(_ arguments: String...) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.podium.run(
      ["outbox"] + arguments + ["--workspace", "w.podium"], in: folder.path, environment: environment)
  }

  /// Keeps a group of two, the second with a comment, and one record alone.
  func keep(comment: String = "poison", alone: Bool = true) async throws {
    let group = [1, 2].map { number in
      """
      {"feedback_id":"\(Self.id(number))","run_id":"\(Self.run(number))","key":"k","score":\(number),\
      "feedback_group_id":"\(Self.group)","comment":"\(number == 2 ? comment : "fine")"}
      """
    }
    let single = #"{"feedback_id":"\#(Self.id(3))","run_id":"\#(Self.run(3))","key":"k","score":3}"#
    let lines = group + (alone ? [single] : [])
    _ = try folder.write(lines.joined(separator: "\n").utf8, to: "f.jsonl")
    _ = try await podium(
      "feedback", "create", "--from-json", "f.jsonl", "--no-wait", "--workspace", "w.podium")
  }

  func submit() async throws -> BuiltProgram.Outcome { try await podium("submit", "w.podium") }

  var storedIDs: [String] { server.records.compactMap { $0["id"]?.string } }
}
