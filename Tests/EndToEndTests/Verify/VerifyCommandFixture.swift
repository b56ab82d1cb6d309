import Foundation
import StrictJSON
import TestSupport

/// A workspace of groups of two records each, all delivered to a server that can be tampered with.
struct VerifyCommandFixture {
  let folder: TemporaryFolder
  let server: LoopbackFeedbackServer

  static let experiment = "bbbb0001-0000-4000-8000-000000000001"
  static let session = "bbbb0002-0000-4000-8000-000000000001"

  /// Records 1 and 2 are group 1's, 3 and 4 group 2's.
  static func id(_ number: Int) -> String { "cccc0001-0000-4000-8000-" + String(format: "%012d", number) }
  static func run(_ number: Int) -> String { "aaaa0001-0000-4000-8000-" + String(format: "%012d", number) }
  static func group(_ number: Int) -> String { "eeee0001-0000-4000-8000-" + String(format: "%012d", number) }

  init(groups: Int) async throws {
    folder = try TemporaryFolder()
    server = try LoopbackFeedbackServer(info: #"{"version":"0.12.0"}"#)
    let lines = (1...(2 * groups)).map { number in
      """
      {"feedback_id":"\(Self.id(number))","run_id":"\(Self.run(number))","trace_id":"\(Self.run(number))",\
      "session_id":"\(Self.session)","comparative_experiment_id":"\(Self.experiment)",\
      "feedback_group_id":"\(Self.group((number + 1) / 2))","key":"k","score":0.25}
      """
    }
    _ = try folder.write(lines.joined(separator: "\n").utf8, to: "f.jsonl")
    _ = try await podium("feedback", "create", "--from-json", "f.jsonl", "--workspace", "w.podium")
  }

  var environment: [String: String] {
    ["LANGSMITH_ENDPOINT": server.url, "LANGSMITH_API_KEY": "lsv2_test", "HOME": folder.path]
  }

  func podium(_ arguments: String...) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.podium.run(arguments, in: folder.path, environment: environment)
  }

  func verify(_ options: [String] = []) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.podium.run(
      ["verify", "w.podium"] + options, in: folder.path, environment: environment)
  }

  func verify(_ option: String) async throws -> BuiltProgram.Outcome { try await verify([option]) }

  /// What `status` tells of the outbox.
  func counts() async throws -> [String: Int] {
    let outbox = try await podium("status", "w.podium", "--json").objects.first?["outbox"]?.object
    return Dictionary(
      uniqueKeysWithValues: (outbox?.members ?? []).compactMap { member in
        member.value.number?.intValue.map { (member.key, $0) }
      })
  }

  var storedIDs: [String] { server.records.compactMap { $0["id"]?.string } }
}
