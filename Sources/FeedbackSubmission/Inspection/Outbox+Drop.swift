import Foundation
import GRDB
import Identifiers
import StrictJSON

/// What dropping a group does to its records. A group goes as a whole: half a comparison is worse than none.
package struct DropEffect: Sendable, Equatable {
  /// Never reached the server: forgotten.
  package var forgotten = 0
  /// Are at the server, or may be: deleted there with what is delivered next.
  package var toBeDeleted = 0
  /// Are at the server, or may be, and it refused to delete them: they stay there.
  package var left = 0

  package init() {}
}

/// Who decided to drop something, why, and when.
package struct DropDecision: Sendable {
  package let by: String
  package let reason: String
  package let at: Date

  package init(by: String, reason: String, at: Date) {
    self.by = by
    self.reason = reason
    self.at = at
  }
}

extension OutboxEntry {
  /// Whether there is something that would be sent, or was refused. What is delivered is deleted, not dropped.
  package var isDroppable: Bool {
    guard state != .delivered && state != .withdrawn else { return false }
    return state == .dead || records.contains(where: \.isWanted)
  }

  package var dropEffect: DropEffect {
    records.reduce(into: DropEffect()) { effect, record in
      switch (record.state, record.presence) {
      case (.dead, _) where !record.isWanted: effect.left += 1
      case (.heldBack, .deleted), (.withdrawn, _): break
      case (.sending, _): effect.toBeDeleted += 1
      case (_, .absent): effect.forgotten += 1
      default: effect.toBeDeleted += 1
      }
    }
  }
}

extension Outbox {
  /// Sends a group no more, and keeps for ever what it was and who decided so.
  ///
  /// - Returns: `false` if there is nothing to drop: it is not there, delivered, or about to be deleted anyway.
  package static func drop(_ id: UUID, _ decision: DropDecision, in db: Database) throws -> Bool {
    let prefix = FeedbackIDPrefix(id.lowercaseString)
    guard
      let entry = try prefix.flatMap({ try entries(matching: $0, in: db) })?.first(where: { $0.id == id }),
      entry.isDroppable, let group = try OutboxGroup.fetch(id: id, db)
    else { return false }
    try keep(entry, decision, db)
    let records = try OutboxRecord.fetchAll(inGroup: group.seq, db)
    try GroupEdit(group: group, records: records, now: decision.at.microsecondsSince1970).drop(db)
    return true
  }

  private static func keep(_ entry: OutboxEntry, _ decision: DropDecision, _ db: Database) throws {
    let records = try entry.records.map { record in
      JSONValue.object(record.summary(body: try body(of: record, in: db)))
    }
    try db.execute(
      sql: """
        INSERT INTO feedback_drop (group_id, dropped_at, dropped_by, reason, state, records)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        entry.id, decision.at.microsecondsSince1970, decision.by, decision.reason, entry.state.rawValue,
        JSONValue.array(records).text(),
      ])
  }
}

extension GroupEdit {
  fileprivate func drop(_ db: Database) throws {
    for record in records {
      if record.state.phase == .dead && record.state.desired != .body {
        try record.delete(db)
      } else if record.state.isSpent && record.state.phase == .synced {
        var deleted = record
        deleted.state.desired = .nothing
        try deleted.update(db)
      } else if record.state.desired != .nothing {
        try withdraw(record, db)
      }
    }
    try group.refresh(db)
  }
}
