import Foundation
import Identifiers
import Preference
import PreferenceStore
import StrictJSON

/// The workspace that a pull adds to, which may not be there yet.
struct PullDestination {
  let path: String
  let console: Console

  /// `nil` if it is to be made.
  func existing() throws -> Workspace? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try WorkspaceAccess(console: console).open(WorkspaceLocation(path: path, input: nil))
  }

  func make() throws -> Workspace {
    try Workspace(path: path, origin: WorkspaceAccess.origin())
  }

  /// Feedback of a workspace goes to one comparative experiment, which is one dataset's.
  ///
  /// - Throws: `CommandFailure` if the workspace holds runs on another dataset.
  func refuseOtherDataset(than dataset: UUID, in workspace: Workspace) throws {
    guard try workspace.overview().comparisons > 0 else { return }
    let first = try workspace.comparison(at: 1, rater: "").comparison
    let origin = first.metadata["langsmith"]?.object?["dataset_id"]?.string
    guard let origin, origin != dataset.lowercaseString else { return }
    throw CommandFailure(
      .usage, "\(path): holds runs on another dataset (\(origin)): pull this one into a workspace of its own")
  }
}
