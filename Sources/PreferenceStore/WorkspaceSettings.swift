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
    let sql = """
      SELECT order_seed, created_at, created_by, comparative_experiment_id, extend_trace_retention FROM workspace
      """
    guard let row = try Row.fetchOne(db.cachedStatement(sql: sql)) else {
      throw WorkspaceError.damaged("the settings are missing")
    }
    return WorkspaceSettings(
      orderSeed: UInt64(bitPattern: row[0]), createdAt: Date(millisecondsSince1970: row[1]),
      createdBy: row[2],
      comparativeExperimentID: row[3], extendsTraceRetention: row[4])
  }

  /// Keeps what may change: the seed and the origin do not.
  func update(_ db: Database) throws {
    try db.execute(
      sql: "UPDATE workspace SET comparative_experiment_id = ?, extend_trace_retention = ?",
      arguments: [comparativeExperimentID, extendsTraceRetention])
  }
}
