import Foundation
import GRDB
import StrictJSON

/// What the server must have, and what is known of it after a look.
extension Outbox {
  package struct VerifiablePage: Sendable {
    package let groups: [VerifiableGroup]
    /// Where the next page begins; `nil` after the last.
    package let next: Int64?
  }

  /// Groups that have a record in the scope, in the order in which they came, a page at a time. A page may have fewer
  /// of them than `limit`, or none.
  package static func verifiableGroups(
    in scope: VerificationScope, after seq: Int64 = 0, limit: Int = 100, in db: Database
  ) throws -> VerifiablePage {
    let rows = try OutboxEntryRow.fetchAll(
      db,
      sql: "SELECT \(OutboxEntryRow.columns) FROM feedback_group_state WHERE seq > ? ORDER BY seq LIMIT ?",
      arguments: [seq, limit])
    let groups = try rows.compactMap { try verifiable($0, scope, db) }
    return VerifiablePage(groups: groups, next: rows.count < limit ? nil : rows.last?.seq)
  }

  /// The record under an id; `nil` if the outbox does not know it.
  package static func verifiableRecord(_ id: UUID, in db: Database) throws -> VerifiableGroup.Record? {
    let rows = try RawStatement("SELECT \(OutboxRecord.columns) FROM feedback_record r WHERE r.id = ?", db)
    rows.bind(1, id)
    return try OutboxRecord.fetchAll(rows, db).first.map {
      VerifiableGroup.Record($0, try OutboxRecord.content(seq: $0.seq, db).object)
    }
  }

  private static func verifiable(
    _ row: OutboxEntryRow, _ scope: VerificationScope, _ db: Database
  ) throws -> VerifiableGroup? {
    var isInScope = false
    let records = try OutboxRecord.fetchAll(inGroup: row.seq, db).map { record in
      let content = try OutboxRecord.content(seq: record.seq, db).object
      if scope.contains(content) { isInScope = true }
      return VerifiableGroup.Record(record, content)
    }
    guard isInScope else { return nil }
    return VerifiableGroup(
      id: row.id, isSettled: row.due == nil, isDead: row.stage == .dead, records: records, seq: row.seq)
  }
}

extension VerifiableGroup.Record {
  init(_ record: OutboxRecord, _ content: JSONObject) {
    self.init(
      id: record.id, target: record.target, key: record.key, isAboutRun: content["run_id"] != nil,
      groupID: content.uuid("feedback_group_id"), expectation: .init(record.state, content),
      seq: record.seq, revision: record.state.desiredRevision, changedAt: record.modifiedAt)
  }
}

extension VerifiableGroup.Expectation {
  init(_ state: RecordState, _ content: JSONObject) {
    self =
      switch (state.phase, state.desired) {
      case (.synced, .body): .present(content)
      case (.synced, .nothing), (.synced, .heldBack): .absent
      default: .open
      }
  }
}
