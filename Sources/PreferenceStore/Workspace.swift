import FeedbackSubmission
import Foundation
import GRDB
import Preference
import Synchronization

/// The workspace: one SQLite file with a campaign's comparisons, judgments and outbox.
///
///     let workspace = try Workspace(path: "runs.podium", origin: origin)
///     let next = try workspace.firstUnjudged(after: 0, rater: "ada")
///
/// Comparisons are counted from 1. Every call that changes something is one transaction; when it returns, the change is
/// on the disk. Calls may come from any thread, and block it.
package final class Workspace: Sendable {
  /// Where the outbox is; the submitter works on it directly.
  package let database: DurableDatabase
  /// Of the program that is running, for the judgments it records.
  let programVersion: String
  let lastRow = Mutex<ComparisonTable.Row?>(nil)

  /// - Parameter origin: What the workspace begins with, should it be new. The program's version goes with each judgment.
  /// - Throws: `StorageError`.
  package init(path: String, createIfMissing: Bool = true, origin: WorkspaceOrigin) throws {
    let schema = WorkspaceSchema.schema(origin: origin)
    programVersion = origin.programVersion
    database = try DurableDatabase(path: path, createIfMissing: createIfMissing, schema: schema)
  }

  /// Where the file is, without symbolic links.
  package var path: String { database.path }

  /// Changes when another process has written to the workspace.
  package func dataVersion() throws -> Int { try database.dataVersion() }

  package func close() { database.close() }

  package func settings() throws -> WorkspaceSettings { try database.read(WorkspaceSettings.fetch) }

  package func updateSettings(_ settings: WorkspaceSettings) throws { try database.write(settings.update) }

  package func outboxCounts() throws -> OutboxCounts { try database.read(Outbox.counts) }
}
