import Foundation
import PreferenceStore
import StrictJSON
import TestSupport

/// A folder in which `podium pull` is run against a stand-in.
struct PullTestCase {
  let folder: TemporaryFolder
  let server: ExperimentServer

  init(_ server: ExperimentServer) throws {
    folder = try TemporaryFolder()
    self.server = server
  }

  static let key = "lsv2_secret_key"

  var environment: [String: String] {
    ["LANGSMITH_ENDPOINT": server.url, "LANGSMITH_API_KEY": Self.key, "HOME": folder.path]
  }

  var everything: [String] {
    ["pull", "--dataset", "questions", "--experiments", "small,large,tuned", "-o", "q.podium"]
  }

  func pull(_ options: String..., arguments: [String]? = nil) async throws -> BuiltProgram.Outcome {
    try await podium((arguments ?? everything) + options)
  }

  func podium(_ arguments: [String], environment: [String: String]? = nil) async throws
    -> BuiltProgram.Outcome
  {
    try await BuiltProgram.podium.run(
      arguments, in: folder.path, environment: environment ?? self.environment)
  }

  func workspace() throws -> Workspace {
    try Workspace(
      path: folder.path(of: "q.podium"), createIfMissing: false,
      origin: WorkspaceOrigin(orderSeed: 1, createdAt: Date(), programVersion: "test"))
  }

  var files: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] }
}
