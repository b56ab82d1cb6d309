import FeedbackSubmission
import Foundation
import PreferenceStore

/// How commands come by a workspace.
struct WorkspaceAccess {
  let console: Console

  /// Opens a workspace that is there.
  ///
  /// - Throws: `CommandFailure` that names the file it looked for.
  func open(_ location: WorkspaceLocation) throws -> Workspace {
    do {
      return try Workspace(path: location.path, createIfMissing: false, origin: Self.origin())
    } catch StorageError.missing {
      throw CommandFailure(.usage, Self.missing(location))
    }
  }

  /// Opens the workspace that the argument of `label` means: one that is there, or the one of an input file, with all
  /// that is new in the file added. What was not taken of the file is reported.
  ///
  /// - Returns: The summary is `nil` if there was nothing to read.
  func open(importing location: WorkspaceLocation) throws -> (workspace: Workspace, summary: ImportSummary?) {
    guard let input = location.input else { return (try open(location), nil) }
    let source = try InputFile.comparisons(input)
    if FileManager.default.fileExists(atPath: location.path) {
      let workspace = try open(location)
      if try workspace.hasImported(source) { return (workspace, nil) }
      return (workspace, try add([source], to: workspace))
    }
    let (workspace, summary) = try add([source], toWorkspaceAt: location.path)
    guard let workspace else {
      throw CommandFailure(.badData, "\(input): no comparison could be read, so there is nothing to label")
    }
    return (workspace, summary)
  }

  /// Adds the comparisons of files to the workspace, which is made if there is something to put in it.
  func add(
    _ sources: [ImportSource], toWorkspaceAt path: String
  ) throws -> (workspace: Workspace?, summary: ImportSummary) {
    try add(sources) { comparisons in
      let exists = FileManager.default.fileExists(atPath: path)
      guard try exists || comparisons.findFirst() else { return nil }
      return try Workspace(path: path, origin: Self.origin())
    }
  }

  private func add(_ sources: [ImportSource], to workspace: Workspace) throws -> ImportSummary {
    try add(sources) { _ in workspace }.summary
  }

  private func add(
    _ sources: [ImportSource], _ workspace: (inout WorkspaceImport) throws -> Workspace?
  ) throws -> (workspace: Workspace?, summary: ImportSummary) {
    let report = ImportReport(console: console, sources: sources)
    var comparisons = WorkspaceImport(sources, onFinding: report.show, onProgress: report.show)
    defer { report.finish() }
    guard let workspace = try workspace(&comparisons) else { return (nil, comparisons.summary) }
    return (workspace, try comparisons.run(into: workspace, now: Date()))
  }

  private static func missing(_ location: WorkspaceLocation) -> String {
    guard let input = location.input else { return "\(location.path): no such workspace" }
    return "\(location.path): no such workspace: make it with `podium import \(input)`"
  }

  static func origin() -> WorkspaceOrigin {
    WorkspaceOrigin(
      orderSeed: .random(in: .min ... .max), createdAt: Date(), programVersion: Podium.version)
  }
}
