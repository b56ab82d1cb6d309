import Foundation
import GRDB

/// The row of `feedback_endpoint`.
struct OutboxEndpoint {
  /// The start of the machine by which the row's times count.
  let boot: String
  var state: EndpointState

  static func fetch(_ db: Database) throws -> OutboxEndpoint? {
    try fetchOne(db.cachedStatement(sql: "SELECT * FROM feedback_endpoint"))
  }

  func save(_ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO feedback_endpoint (id, boot, failures, trouble, openings, held_until, probe_at, is_probing,
          parked, refusals, forbidden, accepts_others, window_start)
        VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      boot, state.failures, state.trouble, state.openings, state.heldUntil.milliseconds,
      state.probeAt?.milliseconds,
      state.isProbing, state.parked, state.refusals, state.forbidden, state.acceptsOthers,
      state.windowStart?.milliseconds,
    ])
  }
}

extension OutboxEndpoint: FetchableRecord {
  init(row: Row) throws {
    let probeAt: Int64? = row["probe_at"]
    let windowStart: Int64? = row["window_start"]
    boot = row["boot"]
    state = EndpointState(
      failures: row["failures"], trouble: row["trouble"], openings: row["openings"],
      windowStart: windowStart.map(BootTime.init),
      heldUntil: BootTime(milliseconds: row["held_until"]), probeAt: probeAt.map(BootTime.init),
      isProbing: row["is_probing"], parked: row["parked"], refusals: row["refusals"],
      forbidden: row["forbidden"], acceptsOthers: row["accepts_others"])
  }
}
