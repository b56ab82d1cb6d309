import Foundation
import StrictJSON
import TestSupport

/// A record that waits in an outbox, to be sent over connections of all kinds.
struct ConnectionFixture {
  let folder: TemporaryFolder
  static let key = "lsv2_pt_0123456789abcdef0123"

  init() async throws {
    folder = try TemporaryFolder()
    let kept = try await run(
      [
        "feedback", "create", "--run-id", "aaaa0001-0000-4000-8000-000000000001", "--no-wait", "--workspace",
        "w.podium",
      ],
      [:])
    guard kept.status == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// `submit`, once through what is due.
  func submit(to url: String, _ environment: [String: String] = [:]) async throws -> BuiltProgram.Outcome {
    try await run(
      ["submit", "w.podium", "--patience", "0"], environment.merging(["LANGSMITH_ENDPOINT": url]) { $1 })
  }

  func doctor(_ url: String, _ environment: [String: String] = [:]) async throws -> BuiltProgram.Outcome {
    try await run(["doctor"], environment.merging(["LANGSMITH_ENDPOINT": url]) { $1 })
  }

  private func run(_ arguments: [String], _ environment: [String: String]) async throws
    -> BuiltProgram.Outcome
  {
    let own = ["LANGSMITH_API_KEY": Self.key, "HOME": folder.path]
    return try await BuiltProgram.podium.run(
      arguments, in: folder.path, environment: own.merging(environment) { $1 })
  }

  /// Takes feedback as LangSmith does.
  static let accept: @Sendable (LoopbackRequest) -> LoopbackReply = { request in
    switch (request.method, request.path) {
    case ("GET", "/info"): .json(#"{"version": "0.8.0"}"#)
    case ("POST", "/feedback"): .json(String(decoding: request.body, as: UTF8.self))
    default: .json("[]")
    }
  }

  static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    bytes.firstRange(of: Array(text.utf8)) != nil
  }
}

extension BuiltProgram.Outcome {
  static let delivered = "w.podium: 1 delivered, 0 waiting\n"
  static let waiting = "w.podium: 0 delivered, 1 waiting\n"
}
