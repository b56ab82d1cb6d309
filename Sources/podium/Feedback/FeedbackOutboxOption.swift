import ArgumentParser
import Foundation
import PreferenceStore

/// Where feedback is kept until it is delivered.
struct FeedbackOutboxOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The workspace to keep it in, made if need be. Without it, one in $XDG_STATE_HOME/podium.",
      valueName: "file"), completion: .file())
  var workspace: String?

  /// - Throws: `CommandFailure`, `StorageError`.
  func open(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> (workspace: Workspace, path: String) {
    let path = try path(environment: environment)
    return (try Workspace(path: path, origin: WorkspaceAccess.origin()), path)
  }

  func path(environment: [String: String]) throws -> String {
    guard let workspace else { return try Self.defaultPath(environment: environment) }
    // The input that a workspace was made from stands for it.
    let isInput =
      FileManager.default.fileExists(atPath: workspace) && !WorkspaceLocation.isWorkspace(workspace)
    return isInput ? WorkspaceLocation.workspacePath(forInput: workspace) : workspace
  }

  private static func defaultPath(environment: [String: String]) throws -> String {
    let state =
      environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].map { $0 + "/.local/state" }
    guard let state else {
      throw CommandFailure(.usage, "HOME is not set: say where to keep feedback with --workspace FILE")
    }
    let folder = state + "/podium"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return folder + "/feedback.podium"
  }
}
