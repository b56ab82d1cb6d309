import ArgumentParser
import FeedbackSubmission
import Foundation
import PreferenceStore

/// Whose outbox is meant: that of a workspace, or the one that `podium feedback` keeps by default.
struct OutboxLocation: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The workspace, or the input it was made from. Without it, what `podium feedback` keeps by default.",
      valueName: "file"), completion: .file())
  var workspace: String?

  /// - Parameter words: The command's arguments. The workspace may stand before the ids.
  /// - Returns: The rest of the words besides.
  /// - Throws: `CommandFailure`, `StorageError`.
  func open(
    _ words: [String] = [], environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> (workspace: Workspace, path: String, words: [String]) {
    let named = words.first.flatMap { Self.isFile($0) ? $0 : nil }
    if named != nil && workspace != nil {
      throw CommandFailure(.usage, "--workspace: the workspace is named already: name it once")
    }
    var option = FeedbackOutboxOption()
    option.workspace = named ?? workspace
    let path = try option.path(environment: environment)
    let input = named ?? workspace
    let location = WorkspaceLocation(path: path, input: input == path ? nil : input)
    let opened = try WorkspaceAccess(console: .standard).open(location)
    return (opened, path, Array(words.dropFirst(named == nil ? 0 : 1)))
  }

  private static func isFile(_ word: String) -> Bool {
    guard FeedbackIDPrefix(word) == nil else { return false }
    return word.contains(".") || word.contains("/") || FileManager.default.fileExists(atPath: word)
  }
}
