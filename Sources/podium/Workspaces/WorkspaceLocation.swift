import Foundation

/// Where the workspace of an argument is: a workspace may be named by its own file, or by the input it was made from.
struct WorkspaceLocation: Equatable {
  let path: String
  /// The input file, if it was one that was named.
  let input: String?

  init(path: String, input: String?) {
    self.path = path
    self.input = input
  }

  /// - Parameter workspace: What `--workspace` says.
  init(of argument: String, workspace: String? = nil) {
    if Self.isWorkspace(argument) {
      path = argument
      input = nil
    } else {
      path = workspace ?? Self.workspacePath(forInput: argument)
      input = argument
    }
  }

  /// `runs.jsonl` has `runs.podium` beside it.
  static func workspacePath(forInput path: String) -> String {
    let name = (path as NSString).lastPathComponent as NSString
    let folder = (path as NSString).deletingLastPathComponent as NSString
    return folder.appendingPathComponent(name.deletingPathExtension + ".podium")
  }

  static func isWorkspace(_ path: String) -> Bool {
    (path as NSString).pathExtension == "podium" || InputFile.beginsAsDatabase(path)
  }
}
