import Foundation
import Identifiers
import LangSmith
import PreferenceStore
import StrictJSON

/// Sees to it that a workspace has a comparative experiment at LangSmith, and never a second one.
///
/// The id follows from the workspace, so that a pull that broke off anywhere comes to the same one again.
struct ComparativeExperimentStep {
  enum Plan: Equatable {
    /// The workspace knows it already.
    case keep(UUID)
    /// Somebody said which.
    case join(UUID)
    case make(id: UUID?, name: String)
  }

  /// - Parameters:
  ///   - settings: Of the workspace, if there is one.
  ///   - joined: The one that the command names.
  static func plan(
    settings: WorkspaceSettings?, joined: UUID?, name: String?, work: PulledWork
  ) -> Plan {
    if let joined { return .join(joined) }
    if let known = settings?.comparativeExperimentID { return .keep(known) }
    let id = settings.map { derivedID(of: $0, dataset: work.dataset.id) }
    let names = work.experiments.map(\.name).joined(separator: " vs. ")
    let suffix = id.map { "-" + $0.lowercaseString.prefix(4) } ?? ""
    return .make(id: id, name: name ?? names + suffix)
  }

  /// Carries the plan out, and remembers the experiment in the workspace.
  static func perform(
    _ plan: Plan, in workspace: Workspace, client: LangSmithClient, work: PulledWork
  ) async throws -> UUID {
    let id: UUID
    switch plan {
    case .keep(let known): return known
    case .join(let joined): id = joined
    case .make(let planned, let name): id = try await make(planned ?? UUID(), name: name, client, work)
    }
    var settings = try workspace.settings()
    settings.comparativeExperimentID = id
    try workspace.updateSettings(settings)
    return id
  }

  private static func make(
    _ id: UUID, name: String, _ client: LangSmithClient, _ work: PulledWork
  ) async throws -> UUID {
    do {
      return try await client.createComparativeExperiment(
        id: id, name: name, experimentIDs: work.experiments.map(\.session.id),
        referenceDatasetID: work.dataset.id, metadata: ["made_by": .string("podium \(Podium.version)")]
      ).id
    } catch let error as LangSmithError where error.code == .conflict {
      // Nobody else comes to this id: an earlier pull made it, and did not live to remember it.
      return id
    }
  }

  private static func derivedID(of settings: WorkspaceSettings, dataset: UUID) -> UUID {
    .version5(
      namespace: dataset, name: "comparative experiment\u{1F}\(String(settings.orderSeed, radix: 16))")
  }
}
