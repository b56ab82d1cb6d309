import Foundation
import Preference
import PreferenceStore

extension WorkspaceAccess {
  /// Adds a second round of one workspace to another, which is made if there is something to put in it.
  func addRound(
    _ round: CorrectionRound, of first: WorkspaceLocation, toWorkspaceAt path: String
  ) throws -> (workspace: Workspace?, summary: ImportSummary) {
    let source = try open(first)
    defer { source.close() }
    let comparisons = try comparisons(of: round, in: source)
    let exists = FileManager.default.fileExists(atPath: path)
    guard exists || !comparisons.isEmpty else { return (nil, ImportSummary()) }
    let workspace = try Workspace(path: path, origin: Self.origin())
    // What they are called follows from what is in them.
    let new = try comparisons.filter { try workspace.ordinal(ofComparison: $0.id) == nil }
    var summary = try workspace.add(new) { id, fault in console.note("\(id): \(fault)") }
    summary.alreadyThere += comparisons.count - new.count
    return (workspace, summary)
  }

  private func comparisons(of round: CorrectionRound, in source: Workspace) throws -> [Comparison] {
    var judged: [(Judgment, Comparison)] = []
    try source.forEachCurrentJudgment { judgment, comparison in
      if !judgment.remarks.corrections.isEmpty { judged.append((judgment, comparison)) }
    }
    return try judged.flatMap { judgment, comparison in
      try round.comparisons(for: judgment, of: comparison) {
        try source.source(of: $0, on: $1, in: judgment)
      }
    }
  }
}
