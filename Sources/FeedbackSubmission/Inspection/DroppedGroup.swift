import Foundation
import GRDB
import Identifiers
import StrictJSON

/// A group that a person decided not to send: a row of `feedback_drop`, which never changes.
package struct DroppedGroup: Sendable {
  package let number: Int64
  package let groupID: UUID
  package let droppedAt: Date
  package let droppedBy: String
  package let reason: String
  /// Where the group stood.
  package let state: String
  /// Each record with what was known of it, and its body.
  package let records: [JSONValue]
}

extension DroppedGroup: FetchableRecord {
  package init(row: Row) throws {
    number = row["seq"]
    groupID = row["group_id"]
    droppedAt = Date(microsecondsSince1970: row["dropped_at"])
    droppedBy = row["dropped_by"]
    reason = row["reason"]
    state = row["state"]
    let text: String = row["records"]
    records = (try? JSONParser.parse(text.utf8))?.array ?? []
  }
}

extension Outbox {
  /// What was dropped, oldest first, a page at a time; the last number leads to the next page.
  package static func dropped(after number: Int64 = 0, limit: Int = 200, in db: Database) throws
    -> [DroppedGroup]
  {
    try DroppedGroup.fetchAll(
      db, sql: "SELECT * FROM feedback_drop WHERE seq > ? ORDER BY seq LIMIT ?", arguments: [number, limit])
  }

  package static func dropped(matching prefix: FeedbackIDPrefix, in db: Database) throws -> [DroppedGroup] {
    try DroppedGroup.fetchAll(
      db, sql: "SELECT * FROM feedback_drop WHERE group_id BETWEEN ? AND ? ORDER BY seq",
      arguments: [prefix.first, prefix.last])
  }
}

extension DroppedGroup {
  package var json: JSONObject {
    [
      "id": .string(groupID.lowercaseString), "state": .string(state), "reason": .string(reason),
      "dropped_by": .string(droppedBy),
      "dropped_at": .string(WireTime.text(microseconds: droppedAt.microsecondsSince1970)),
      "records": .array(records),
    ]
  }
}
