import GRDB

extension OutboxRecord {
  /// What delivery changes of a record: a row of `feedback_record_span`, for all records that stand alike.
  struct Standing: Equatable, Sendable {
    var state = RecordState()
    var acknowledgedDigest: Int64?
  }

  var standing: Standing {
    get { Standing(state: state, acknowledgedDigest: acknowledgedDigest) }
    set { (state, acknowledgedDigest) = (newValue.state, newValue.acknowledgedDigest) }
  }
}

/// Reads the standings of records that mostly follow each other.
struct StandingReader {
  private let table: SpanTable<OutboxRecord.Standing>
  private var current: RowRun<OutboxRecord.Standing>?

  init(_ db: Database) {
    table = SpanTable(db)
  }

  mutating func standing(of seq: Int64) throws -> OutboxRecord.Standing {
    if let current, current.first <= seq, seq <= current.last { return current.value }
    current = try table.span(of: seq)
    guard let current else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "feedback_record \(seq): no state")
    }
    return current.value
  }
}

extension OutboxRecord.Standing: SpanValue {
  static let statements = SpanStatements(
    table: "feedback_record_span",
    columns: [
      "acknowledged_digest", "desired", "desired_revision", "acknowledged_revision", "presence", "phase",
      "due",
      "unsettled_revision", "unsettled_until", "is_unproven", "is_edited_in_flight", "failures",
      "missing_since",
      "reason",
    ])

  init(_ row: RawStatement, from column: Int32) throws {
    guard let desired = RecordState.Desired(rawValue: row.text(column + 1)),
      let presence = RecordState.Presence(rawValue: row.text(column + 4)),
      let phase = RecordState.Phase(rawValue: row.text(column + 5))
    else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "feedback_record_span: a state that is not known")
    }
    acknowledgedDigest = row.optionalInteger(column)
    state = RecordState(
      desired: desired, desiredRevision: Int(row.integer(column + 2)),
      acknowledgedRevision: Int(row.integer(column + 3)), presence: presence, phase: phase,
      due: BootTime(milliseconds: row.integer(column + 6)),
      unsettled: row.optionalInteger(column + 8).map {
        RecordState.Unsettled(
          revision: Int(row.integer(column + 7)), until: BootTime(milliseconds: $0))
      },
      isUnproven: row.bool(column + 9), isEditedInFlight: row.bool(column + 10),
      failures: Int(row.integer(column + 11)), missingSince: row.optionalInteger(column + 12),
      reason: row.optionalText(column + 13))
  }

  func bind(to statement: RawStatement, from index: Int32) {
    statement.bind(index, acknowledgedDigest)
    statement.bind(index + 1, state.desired.rawValue)
    statement.bind(index + 2, state.desiredRevision)
    statement.bind(index + 3, state.acknowledgedRevision)
    statement.bind(index + 4, state.presence.rawValue)
    statement.bind(index + 5, state.phase.rawValue)
    statement.bind(index + 6, state.due.milliseconds)
    statement.bind(index + 7, state.unsettled?.revision)
    statement.bind(index + 8, state.unsettled?.until.milliseconds)
    statement.bind(index + 9, state.isUnproven)
    statement.bind(index + 10, state.isEditedInFlight)
    statement.bind(index + 11, state.failures)
    statement.bind(index + 12, state.missingSince)
    statement.bind(index + 13, state.reason)
  }
}
