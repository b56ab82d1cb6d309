import FeedbackSubmission
import Foundation
import Identifiers
import PreferenceStore

/// The groups of an outbox as a table.
struct OutboxListing {
  let workspace: Workspace
  let now: Date

  private static let header = ["ID", "STATE", "AGE", "FAILED", "KEY", "TARGET", "REASON"]

  func table(of entries: [OutboxEntry]) throws -> OutboxTable {
    var table = OutboxTable(header: Self.header)
    let ids = try workspace.shortIDs(of: entries.map(\.id))
    for (entry, id) in zip(entries, ids) {
      let tellsRecords = entry.isMixed
      table.add([
        id, entry.state.words(pause: entry.pause), entry.createdAt.age(at: now), Self.count(entry.failures),
        entry.keys, entry.targets, tellsRecords ? "" : entry.explanation,
      ])
      guard tellsRecords else { continue }
      for (record, id) in zip(entry.records, try workspace.shortIDs(of: entry.records.map(\.id))) {
        table.add(
          [
            id, record.state.words(pause: record.pause), "", Self.count(record.failures), record.key,
            record.target.inShort, record.reason ?? "",
          ], isPart: true)
      }
    }
    return table
  }

  private static func count(_ number: Int) -> String { number == 0 ? "" : "\(number)" }
}

extension OutboxEntry {
  /// Whether its records do not all stand alike, so that they are told one by one.
  fileprivate var isMixed: Bool {
    records.count > 1 && records.contains { $0.state != records[0].state || $0.reason != nil }
  }

  fileprivate var keys: String {
    let others = Set(records.map(\.key)).count - 1
    guard let first = records.first?.key else { return "" }
    return others > 0 ? "\(first) +\(others)" : first
  }

  fileprivate var targets: String {
    let targets = Set(records.map(\.target))
    guard targets.count == 1, let only = targets.first else { return "\(targets.count) runs" }
    return only.inShort
  }

  private var isBackingOff: Bool { state == .backoff || state == .parked }

  fileprivate var explanation: String { reason ?? (isBackingOff ? trouble : nil) ?? "" }
}

extension UUID {
  fileprivate var inShort: String { String(lowercaseString.prefix(8)) }
}
