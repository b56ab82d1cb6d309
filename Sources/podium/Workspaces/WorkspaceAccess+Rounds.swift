import Foundation
import Preference
import PreferenceStore

extension WorkspaceAccess {
  /// Adds a second round of one workspace to another, which is made if there is something to put in it.
  func addRound(
    _ round: CorrectionRound, of first: WorkspaceLocation, toWorkspaceAt path: String
  ) throws -> (workspace: Workspace?, summary: ImportSummary) {
    var comparisons: [Comparison] = []
    let source = try open(first)
    defer { source.close() }
    try source.forEachCurrentJudgment { judgment, comparison in
      comparisons += round.comparisons(for: judgment, of: comparison)
    }
    let exists = FileManager.default.fileExists(atPath: path)
    guard exists || !comparisons.isEmpty else { return (nil, ImportSummary()) }
    let workspace = try Workspace(path: path, origin: Self.origin())
    let summary = try workspace.add(comparisons) { id, fault in console.note("\(id): \(fault)") }
    return (workspace, summary)
  }
}
