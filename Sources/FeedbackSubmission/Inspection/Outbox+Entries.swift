import Foundation
import GRDB
import StrictJSON

/// What is in the outbox, for a person to look at.
extension Outbox {
  package struct EntryPage: Sendable {
    package let entries: [OutboxEntry]
    /// Where the next page begins; `nil` after the last.
    package let next: Int64?
  }

  /// Groups in some of the states, in the order in which they came, a page at a time. A page may have fewer of them
  /// than `limit`, or none.
  package static func entries(
    in states: Set<OutboxEntry.State>, after seq: Int64 = 0, limit: Int = 200,
    now: BootTime = SystemClock().now(),
    in db: Database
  ) throws -> EntryPage {
    let stages = Set(states.map(\.stage))
    let marks = stages.map { _ in "?" }.joined(separator: ", ")
    let rows = try OutboxEntryRow.fetchAll(
      db,
      sql: """
        SELECT g.seq, g.id, s.stage, s.due, s.lease_owner, g.verified_at FROM feedback_group_span s
          CROSS JOIN feedback_group g ON g.seq BETWEEN max(s.first, ? + 1) AND s.last
        WHERE s.last > ? AND s.stage IN (\(marks)) ORDER BY s.first, g.seq LIMIT ?
        """, arguments: [seq, seq] + StatementArguments(stages.map(\.rawValue)) + [limit])
    let surroundings = OutboxEntry.Surroundings(endpoint: try OutboxEndpoint.fetch(db), now: now)
    let entries = try rows.map { row in
      OutboxEntry(row, try OutboxRecord.fetchAll(inGroup: row.seq, db), surroundings)
    }
    return EntryPage(
      entries: entries.filter { states.contains($0.state) }, next: rows.count < limit ? nil : rows.last?.seq)
  }

  /// The groups that an id may mean: their own, or one of a record in them.
  ///
  /// - Parameter limit: More than so many are not looked for.
  package static func entries(
    matching prefix: FeedbackIDPrefix, limit: Int = 10, now: BootTime = SystemClock().now(), in db: Database
  ) throws -> [OutboxEntry] {
    let (first, last) = (prefix.first, prefix.last)
    let rows = try OutboxEntryRow.fetchAll(
      db,
      sql: """
        SELECT \(OutboxEntryRow.columns) FROM feedback_group_state
        WHERE seq IN (
          SELECT seq FROM feedback_group WHERE id BETWEEN ? AND ?
          UNION SELECT group_seq FROM feedback_record WHERE id BETWEEN ? AND ?)
        ORDER BY seq LIMIT ?
        """, arguments: [first, last, first, last, limit])
    let surroundings = OutboxEntry.Surroundings(endpoint: try OutboxEndpoint.fetch(db), now: now)
    return try rows.map { row in
      OutboxEntry(row, try OutboxRecord.fetchAll(inGroup: row.seq, db), surroundings)
    }
  }

  /// What is sent of a record, as the request that makes it has it.
  package static func body(of record: OutboxEntry.Record, in db: Database) throws -> JSONObject {
    let bytes = FeedbackBody.create(
      id: record.id, createdAt: record.createdAt.microsecondsSince1970,
      modifiedAt: record.modifiedAt.microsecondsSince1970,
      content: try OutboxRecord.content(seq: record.seq, db))
    return (try? JSONParser.parse(bytes))?.object ?? JSONObject()
  }

  /// The fewest digits, eight at least, that tell an id from all others of the outbox.
  package static func shortID(_ id: UUID, in db: Database) throws -> String {
    var digits = 8
    for table in ["feedback_group", "feedback_record"] {
      for (relation, order) in [("<", "DESC"), (">", "ASC")] {
        let statement = try db.cachedStatement(
          sql: "SELECT id FROM \(table) WHERE id \(relation) ? ORDER BY id \(order) LIMIT 1")
        guard let neighbor = try UUID.fetchOne(statement, arguments: [id]) else { continue }
        digits = max(digits, FeedbackIDPrefix.commonDigits(id, neighbor) + 1)
      }
    }
    return FeedbackIDPrefix.text(of: id, digits: digits)
  }
}

extension OutboxEntry.State {
  fileprivate var stage: GroupState.Stage {
    switch self {
    case .dead: .dead
    case .delivered: .delivered
    case .withdrawn: .withdrawn
    case .waiting, .sending, .backoff, .verify, .parked, .heldBack: .waiting
    }
  }
}
