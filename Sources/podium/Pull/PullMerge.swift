import Foundation
import LangSmith
import PreferenceStore

/// Brings what was pulled into a workspace.
struct PullMerge {
  let work: PulledWork
  let join: ExperimentJoin
  let path: String
  /// Of the comparative experiment.
  let name: String?
  let joined: UUID?
  let extendsTraceRetention: Bool?

  /// What `run` would come to.
  func preview(_ workspace: Workspace?) throws -> PullResult {
    let summary =
      try workspace?.preview(join.comparisons) ?? Workspace.preview(ofNewWorkspaceWith: join.comparisons)
    return try result(summary, settings: workspace?.settings(), exists: workspace != nil || summary.added > 0)
  }

  /// - Parameter make: Makes the workspace, should there be something to put in it.
  func run(
    _ existing: Workspace?, or make: () throws -> Workspace, _ client: LangSmithClient
  ) async throws -> PullResult {
    let foreseen = try preview(existing)
    guard foreseen.plan != nil else { return foreseen }
    let workspace = try existing ?? make()
    defer { if existing == nil { workspace.close() } }
    // First what cannot be refused: should the rest be, the same command goes on from here.
    let summary = try workspace.add(join.comparisons)
    try keepRetention(in: workspace)
    let settings = try workspace.settings()
    let result = try result(summary, settings: settings, exists: true)
    if let plan = result.plan { _ = try await carryOut(plan, in: workspace, client) }
    return result
  }

  private func carryOut(
    _ plan: ComparativeExperimentStep.Plan, in workspace: Workspace, _ client: LangSmithClient
  ) async throws {
    do {
      _ = try await ComparativeExperimentStep.perform(plan, in: workspace, client: client, work: work)
    } catch let error as LangSmithError {
      throw CommandFailure(
        CommandFailure(error).status,
        "\(path): the comparisons are there, but without a comparative experiment: \(error). "
          + "Then run the same command again")
    }
  }

  private func keepRetention(in workspace: Workspace) throws {
    var settings = try workspace.settings()
    guard let extendsTraceRetention, settings.extendsTraceRetention != extendsTraceRetention else { return }
    settings.extendsTraceRetention = extendsTraceRetention
    try workspace.updateSettings(settings)
  }

  private func result(
    _ summary: ImportSummary, settings: WorkspaceSettings?, exists: Bool
  ) throws -> PullResult {
    let plan = ComparativeExperimentStep.plan(settings: settings, joined: joined, name: name, work: work)
    return PullResult(
      path: path, work: work, findings: join.findings, summary: summary, plan: exists ? plan : nil,
      extendsTraceRetention: extendsTraceRetention ?? settings?.extendsTraceRetention ?? true)
  }
}
