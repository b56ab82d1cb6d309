import Foundation
import GRDB

/// The durable difference between what the server should have and what it is known to have.
///
/// Every call works inside the caller's transaction, so that a judgment and its feedback are one commit.
package enum Outbox {
  package static func register(in migrator: inout DatabaseMigrator) {}

  /// Makes `group` what the server should have; records of the group that it no longer holds are to be deleted.
  package static func set(_ group: FeedbackGroup, now: Date, in db: Database) throws {}

  /// The server should have nothing of the group.
  package static func retract(groupID: UUID, now: Date, in db: Database) throws {}

  package static func counts(in db: Database) throws -> OutboxCounts { OutboxCounts() }
}
