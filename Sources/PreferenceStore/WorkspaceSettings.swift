import Foundation
import GRDB
import Preference

/// What holds for all of a workspace.
package struct WorkspaceSettings: Hashable, Sendable {
  package let orderSeed: UInt64
  package let createdAt: Date
  /// Version of the program that made the workspace.
  package let createdBy: String
  /// Sent with each feedback record.
  package var comparativeExperimentID: UUID?
  package var extendsTraceRetention: Bool

  /// The order of the columns for a rater.
  func order(of row: ComparisonTable.Row, rater: String) -> [Int] {
    PresentationOrder.order(
      candidateCount: row.comparison.candidates.count, indexAmongSameCount: row.peerIndex, seed: orderSeed,
      rater: rater)
  }

  static func fetch(_ db: Database) throws -> WorkspaceSettings {
    let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM workspace"))
    guard let row else { throw WorkspaceError.damaged("the settings are missing") }
    return WorkspaceSettings(
      orderSeed: UInt64(bitPattern: row["order_seed"]),
      createdAt: Date(millisecondsSince1970: row["created_at"]),
      createdBy: row["created_by"],
      comparativeExperimentID: row["comparative_experiment_id"],
      extendsTraceRetention: row["extend_trace_retention"])
  }

  /// Keeps what may change: the seed and the origin do not.
  func update(_ db: Database) throws {
    try db.execute(
      sql: "UPDATE workspace SET comparative_experiment_id = ?, extend_trace_retention = ?",
      arguments: [comparativeExperimentID, extendsTraceRetention])
  }
}
