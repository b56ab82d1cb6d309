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
  static let columns = "r.seq, r.group_seq, r.id, r.target, r.key, r.epoch, r.created_at, r.modified_at"
  static let columnCount: Int32 = 8
  static let groupColumn: Int32 = 1

  /// - Parameter row: Begins with `columns`.
  init(_ row: RawStatement, _ standing: Standing) {
    seq = row.integer(0)
    groupSeq = row.integer(1)
    id = row.uuid(2)
    target = row.uuid(3)
    key = row.text(4)
    epoch = Int(row.integer(5))
    createdAt = row.integer(6)
    modifiedAt = row.integer(7)
    acknowledgedDigest = standing.acknowledgedDigest
    state = standing.state
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
    return try fetchAll(rows, db)
  }

  /// In the order in which they were put in: sorting so few is cheaper here than in SQLite.
  static func fetchAll(_ rows: RawStatement, _ db: Database) throws -> [OutboxRecord] {
    var standings = StandingReader(db)
    var records: [OutboxRecord] = []
    while try rows.next() { records.append(OutboxRecord(rows, try standings.standing(of: rows.integer(0)))) }
    if records.count > 1 { records.sort { $0.seq < $1.seq } }
    return records
  }

  static func content(seq: Int64, _ db: Database) throws -> FeedbackContent {
    let rows = try RawStatement("SELECT content FROM feedback_record WHERE seq = ?", db)
    rows.bind(1, seq)
    var bytes: [UInt8] = []
    while try rows.next() { bytes = rows.bytes(0) }
    return FeedbackContent(json: bytes)
  }

  func update(_ db: Database) throws {
    let time = try RawStatement(
      "UPDATE feedback_record SET modified_at = ?1 WHERE seq = ?2 AND modified_at <> ?1", db)
    time.bind(1, modifiedAt)
    time.bind(2, seq)
    try time.run()
    try SpanTable<Standing>(db).assign(RowRun(first: seq, last: seq, value: standing))
  }

  func replaceContent(_ content: FeedbackContent, _ db: Database) throws {
    let statement = try RawStatement("UPDATE feedback_record SET content = ? WHERE seq = ?", db)
    statement.bind(1, content.json)
    statement.bind(2, seq)
    try statement.run()
  }

  func delete(_ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM feedback_record WHERE seq = ?").execute(arguments: [seq])
    try SpanTable<Standing>(db).remove(seq...seq)
  }
}
