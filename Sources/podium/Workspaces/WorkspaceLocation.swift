import FeedbackSubmission
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
  /// - Throws: `CommandFailure` if it is not clear which is meant.
  init(of argument: String, workspace: String? = nil) throws {
    if argument == "-", workspace == nil {
      throw CommandFailure(.usage, "-: say which workspace: --workspace NAME.podium")
    }
    if Self.isWorkspace(argument) {
      guard workspace == nil else {
        throw CommandFailure(
          .usage, "--workspace goes with an input file, and \(argument) is a workspace: name one of them")
      }
      path = argument
      input = nil
    } else {
      path = workspace ?? Self.workspacePath(forInput: argument)
      input = argument
    }
  }

  /// `runs.jsonl` has `runs.podium` beside it.
  static func workspacePath(forInput path: String) -> String {
    let name = FilePath.stem(of: FilePath.name(of: path)) + ".podium"
    guard path.utf8.contains(UInt8(ascii: "/")) else { return name }
    return FilePath.path(of: name, in: FilePath.folder(of: path))
  }

  static func isWorkspace(_ path: String) -> Bool {
    FilePath.ending(of: FilePath.name(of: path)) == "podium" || InputFile.beginsAsDatabase(path)
  }
}
