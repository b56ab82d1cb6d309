import FeedbackSubmission
import Foundation
import GRDB
import StrictJSON

/// What is on its way out, and what a person decides about it.
extension Workspace {
  /// A page of groups in some of the states; see `Outbox.entries`.
  package func outboxEntries(
    in states: Set<OutboxEntry.State>, after place: Int64 = 0, limit: Int = 200
  ) throws -> Outbox.EntryPage {
    try database.read { try Outbox.entries(in: states, after: place, limit: limit, in: $0) }
  }

  /// The groups that an id may mean.
  package func outboxEntries(matching prefix: FeedbackIDPrefix) throws -> [OutboxEntry] {
    try database.read { try Outbox.entries(matching: prefix, in: $0) }
  }

  /// What is sent of each record of a group.
  package func outboxBodies(of entry: OutboxEntry) throws -> [JSONObject] {
    try database.read { db in try entry.records.map { try Outbox.body(of: $0, in: db) } }
  }

  /// As short as the ids can be told apart from all others of the outbox.
  package func shortIDs(of ids: [UUID]) throws -> [String] {
    try database.read { db in try ids.map { try Outbox.shortID($0, in: db) } }
  }

  /// - Returns: The groups of which something had been refused, and which go out again.
  package func retry(groups: [UUID], now: Date) throws -> [UUID] {
    try database.write { try Outbox.retry(groups, now: now, in: $0) }
  }

  package func retryRefused(now: Date) throws -> [UUID] {
    try database.write { try Outbox.retryDead(now: now, in: $0) }
  }

  /// Drops all of the groups that there is something to drop of.
  ///
  /// - Returns: Those that were dropped.
  package func drop(groups: [UUID], _ decision: DropDecision) throws -> [UUID] {
    try database.write { db in try groups.filter { try Outbox.drop($0, decision, in: db) } }
  }

  /// What was dropped, oldest first.
  package func droppedGroups(after number: Int64 = 0, limit: Int = 200) throws -> [DroppedGroup] {
    try database.read { try Outbox.dropped(after: number, limit: limit, in: $0) }
  }

  package func droppedGroups(matching prefix: FeedbackIDPrefix) throws -> [DroppedGroup] {
    try database.read { try Outbox.dropped(matching: prefix, in: $0) }
  }
}
