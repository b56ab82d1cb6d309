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
  /// Of the content that the server is known to have, once that may be another than what the record has; see
  /// `fixAcknowledgedDigest`.
  var acknowledgedDigest: Int64?
  var state: RecordState
}

extension OutboxRecord {
  static let columns = """
    r.seq, r.group_seq, r.id, r.target, r.key, r.epoch, r.created_at, r.modified_at, r.acknowledged_digest,
    r.desired, r.desired_revision, r.acknowledged_revision, r.presence, r.phase, r.due, r.unsettled_revision,
    r.unsettled_until, r.is_unproven, r.is_edited_in_flight, r.failures, r.missing_since, r.reason
    """
  static let columnCount: Int32 = 22
  static let groupColumn: Int32 = 1

  /// - Parameter row: Begins with `columns`.
  init(_ row: RawStatement) throws {
    seq = row.integer(0)
    groupSeq = row.integer(1)
    id = row.uuid(2)
    target = row.uuid(3)
    key = row.text(4)
    epoch = Int(row.integer(5))
    createdAt = row.integer(6)
    modifiedAt = row.integer(7)
    acknowledgedDigest = row.optionalInteger(8)
    guard let desired = RecordState.Desired(rawValue: row.text(9)),
      let presence = RecordState.Presence(rawValue: row.text(12)),
      let phase = RecordState.Phase(rawValue: row.text(13))
    else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "feedback_record \(seq): a state that is not known")
    }
    state = RecordState(
      desired: desired, desiredRevision: Int(row.integer(10)), acknowledgedRevision: Int(row.integer(11)),
      presence: presence, phase: phase, due: BootTime(milliseconds: row.integer(14)),
      unsettled: row.optionalInteger(16).map {
        RecordState.Unsettled(revision: Int(row.integer(15)), until: BootTime(milliseconds: $0))
      },
      isUnproven: row.bool(17), isEditedInFlight: row.bool(18), failures: Int(row.integer(19)),
      missingSince: row.optionalInteger(20), reason: row.optionalText(21))
  }

  /// To be called before an edit, after which nobody can tell any more what the server has: until then, that is the
  /// record's content if its revision was acknowledged, and no digest need be kept.
  mutating func fixAcknowledgedDigest(_ content: FeedbackContent) {
    guard state.desired == .body, state.acknowledgedRevision == state.desiredRevision else { return }
    acknowledgedDigest = content.digest
  }

  static func fetchAll(inGroup groupSeq: Int64, _ db: Database) throws -> [OutboxRecord] {
    let rows = try RawStatement("SELECT \(columns) FROM feedback_record r WHERE r.group_seq = ?", db)
    rows.bind(1, groupSeq)
    return try fetchAll(rows)
  }

  /// In the order in which they were put in: sorting so few is cheaper here than in SQLite.
  static func fetchAll(_ rows: RawStatement) throws -> [OutboxRecord] {
    var records: [OutboxRecord] = []
    while try rows.next() { records.append(try OutboxRecord(rows)) }
    if records.count > 1 { records.sort { $0.seq < $1.seq } }
    return records
  }

  static func content(seq: Int64, _ db: Database) throws -> FeedbackContent {
    let rows = try RawStatement("SELECT content FROM feedback_body WHERE record_seq = ?", db)
    rows.bind(1, seq)
    var bytes: [UInt8] = []
    while try rows.next() { bytes = rows.bytes(0) }
    return FeedbackContent(json: bytes)
  }

  func update(_ db: Database) throws {
    let time = try RawStatement("UPDATE feedback_record SET modified_at = ? WHERE seq = ?", db)
    time.bind(1, modifiedAt)
    time.bind(2, seq)
    try time.run()
    try Self.update(RowRun(first: seq, last: seq, value: standing), db)
  }

  /// What delivery changes of a record.
  struct Standing: Equatable {
    var state: RecordState
    var acknowledgedDigest: Int64?
  }

  var standing: Standing { Standing(state: state, acknowledgedDigest: acknowledgedDigest) }

  static func update(_ records: RowRun<Standing>, _ db: Database) throws {
    let statement = try RawStatement(
      """
      UPDATE feedback_record SET acknowledged_digest = ?, desired = ?, desired_revision = ?,
        acknowledged_revision = ?, presence = ?, phase = ?, due = ?, unsettled_revision = ?,
        unsettled_until = ?, is_unproven = ?, is_edited_in_flight = ?, failures = ?, missing_since = ?, reason = ?
      WHERE seq BETWEEN ? AND ?
      """, db)
    let state = records.value.state
    statement.bind(1, records.value.acknowledgedDigest)
    statement.bind(2, state.desired.rawValue)
    statement.bind(3, state.desiredRevision)
    statement.bind(4, state.acknowledgedRevision)
    statement.bind(5, state.presence.rawValue)
    statement.bind(6, state.phase.rawValue)
    statement.bind(7, state.due.milliseconds)
    statement.bind(8, state.unsettled?.revision)
    statement.bind(9, state.unsettled?.until.milliseconds)
    statement.bind(10, state.isUnproven)
    statement.bind(11, state.isEditedInFlight)
    statement.bind(12, state.failures)
    statement.bind(13, state.missingSince)
    statement.bind(14, state.reason)
    statement.bind(15, records.first)
    statement.bind(16, records.last)
    try statement.run()
  }

  func replaceContent(_ content: FeedbackContent, _ db: Database) throws {
    let statement = try RawStatement("UPDATE feedback_body SET content = ? WHERE record_seq = ?", db)
    statement.bind(1, content.json)
    statement.bind(2, seq)
    try statement.run()
  }

  func delete(_ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM feedback_record WHERE seq = ?").execute(arguments: [seq])
  }
}

extension GroupState.Stage: DatabaseValueConvertible {}
