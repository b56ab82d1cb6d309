import FeedbackSubmission
import Foundation
import Identifiers
import PreferenceStore
import StrictJSON

/// What was dropped, oldest first.
struct DroppedListing {
  let workspace: Workspace
  let limit: Int?

  func print(json: Bool, _ console: Console) throws {
    var table = OutboxTable(header: ["ID", "STATE", "DROPPED", "BY", "RECORDS", "REASON"])
    try forEach { group in
      if json {
        try console.printLine(JSONValue.object(group.json).text())
      } else {
        table.add([
          group.groupID.lowercaseString, group.state, Self.time(group.droppedAt), group.droppedBy,
          "\(group.records.count)", group.reason,
        ])
      }
    }
    guard !json else { return }
    guard !table.rows.isEmpty else { return try console.printLine("nothing was dropped") }
    for line in table.lines(columns: console.outputColumns) { try console.printLine(line) }
  }

  private func forEach(_ body: (DroppedGroup) throws -> Void) throws {
    var left = limit ?? .max
    var last: Int64 = 0
    while left > 0 {
      let page = try workspace.droppedGroups(after: last)
      guard let end = page.last else { return }
      try page.prefix(left).forEach(body)
      left -= page.count
      last = end.number
    }
  }

  /// In the zone of whoever reads it, to the minute.
  static func time(_ date: Date) -> String {
    var time = time_t(date.timeIntervalSince1970)
    var parts = tm()
    localtime_r(&time, &parts)
    return String(
      format: "%04d-%02d-%02d %02d:%02d", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
      parts.tm_hour,
      parts.tm_min)
  }
}
