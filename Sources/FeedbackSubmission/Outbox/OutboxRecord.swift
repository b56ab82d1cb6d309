import Foundation
import GRDB

/// A row of `feedback_record`.
struct OutboxRecord {
  let seq: Int64
  let groupSeq: Int64
  let id: UUID
  let target: UUID
  let key: String
  /// How often the same run and key were withdrawn from the server and came back.
  let epoch: Int
  /// Microseconds since 1970, as the next one.
  let createdAt: Int64
  var modifiedAt: Int64
  /// Of the content that the server is known to have.
  var acknowledgedDigest: Int64?
  var state: RecordState
}

extension OutboxRecord: FetchableRecord {
  init(row: Row) throws {
    seq = row["seq"]
    groupSeq = row["group_seq"]
    id = row["id"]
    target = row["target"]
    key = row["key"]
    epoch = row["epoch"]
    createdAt = row["created_at"]
    modifiedAt = row["modified_at"]
    acknowledgedDigest = row["acknowledged_digest"]
    let unsettledUntil: Int64? = row["unsettled_until"]
    state = RecordState(
      desired: row["desired"], desiredRevision: row["desired_revision"],
      acknowledgedRevision: row["acknowledged_revision"], presence: row["presence"], phase: row["phase"],
      due: BootTime(milliseconds: row["due"]),
      unsettled: unsettledUntil.map {
        RecordState.Unsettled(revision: row["unsettled_revision"], until: BootTime(milliseconds: $0))
      },
      isUnproven: row["is_unproven"], isEditedInFlight: row["is_edited_in_flight"],
      failures: row["failures"], missingSince: row["missing_since"], reason: row["reason"])
  }
}

extension OutboxRecord {
  static func fetchAll(inGroup groupSeq: Int64, _ db: Database) throws -> [OutboxRecord] {
    try fetchAll(
      db.cachedStatement(sql: "SELECT * FROM feedback_record WHERE group_seq = ? ORDER BY seq"),
      arguments: [groupSeq])
  }

  static func content(seq: Int64, _ db: Database) throws -> FeedbackContent {
    let statement = try db.cachedStatement(sql: "SELECT content FROM feedback_body WHERE record_seq = ?")
    return FeedbackContent(json: try Data.fetchOne(statement, arguments: [seq]).map(Array.init) ?? [])
  }

  func update(_ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE feedback_record SET modified_at = ?, acknowledged_digest = ?, desired = ?, desired_revision = ?,
          acknowledged_revision = ?, presence = ?, phase = ?, due = ?, unsettled_revision = ?,
          unsettled_until = ?, is_unproven = ?, is_edited_in_flight = ?, failures = ?, missing_since = ?, reason = ?
        WHERE seq = ?
        """
    ).execute(arguments: [
      modifiedAt, acknowledgedDigest, state.desired, state.desiredRevision, state.acknowledgedRevision,
      state.presence, state.phase, state.due.milliseconds, state.unsettled?.revision,
      state.unsettled?.until.milliseconds, state.isUnproven, state.isEditedInFlight, state.failures,
      state.missingSince,
      state.reason, seq,
    ])
  }

  func replaceContent(_ content: FeedbackContent, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE feedback_body SET content = ? WHERE record_seq = ?")
      .execute(arguments: [Data(content.json), seq])
  }

  func delete(_ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM feedback_record WHERE seq = ?").execute(arguments: [seq])
  }
}

extension RecordState.Desired: DatabaseValueConvertible {}
extension RecordState.Presence: DatabaseValueConvertible {}
extension RecordState.Phase: DatabaseValueConvertible {}
extension GroupState.Stage: DatabaseValueConvertible {}
