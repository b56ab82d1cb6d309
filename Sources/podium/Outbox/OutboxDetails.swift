import FeedbackSubmission
import Foundation
import Identifiers
import StrictJSON

/// All that is known of a group, line by line.
struct OutboxDetails {
  let entry: OutboxEntry
  let bodies: [JSONObject]
  let now: Date

  var lines: [String] {
    var lines = [Self.line("group", entry.id.lowercaseString), Self.line("state", state)]
    if let trouble = entry.trouble { lines.append(Self.line("trouble", trouble)) }
    if let time = entry.verifiedAt {
      lines.append(
        Self.line("verified", "\(time.age(at: now)) ago: LangSmith had every record as it should be"))
    }
    for (record, body) in zip(entry.records, bodies) { lines += [""] + self.lines(of: record, body) }
    return lines
  }

  private var state: String {
    let sender = entry.senderID.map { " by process \($0)" } ?? ""
    return entry.state.words(pause: entry.pause) + sender
  }

  private func lines(of record: OutboxEntry.Record, _ body: JSONObject) -> [String] {
    var lines = [
      Self.line("record", record.id.lowercaseString),
      Self.line("  key", record.key),
      Self.line(body["run_id"] == nil ? "  project" : "  run", record.target.lowercaseString),
      Self.line("  state", record.state.words(pause: record.pause)),
      Self.line("  LangSmith", presence(of: record)),
    ]
    if let reason = record.reason { lines.append(Self.line("  refusal", reason)) }
    if let next = record.nextOperation { lines.append(Self.line("  next", next)) }
    if record.failures > 0 { lines.append(Self.line("  failed", "\(record.failures) times in a row")) }
    if let since = record.missingSince {
      lines.append(Self.line("  missing", "LangSmith has not known the run for \(since.age(at: now))"))
    }
    lines.append(Self.line("  kept", times(of: record)))
    lines.append(Self.line("  body", record.isWanted ? "" : "(not to be there)"))
    return lines + JSONValue.object(body).text(.indented).split(separator: "\n").map { "    \($0)" }
  }

  private func presence(of record: OutboxEntry.Record) -> String {
    guard record.acknowledgedRevision > 0 else { return record.presence.words }
    return "\(record.presence.words), revision \(record.acknowledgedRevision) of \(record.revision)"
  }

  private func times(of record: OutboxEntry.Record) -> String {
    let kept = "\(record.createdAt.age(at: now)) ago"
    guard record.modifiedAt > record.createdAt else { return kept }
    return kept + ", changed \(record.modifiedAt.age(at: now)) ago"
  }

  private static func line(_ name: String, _ value: String) -> String {
    guard !value.isEmpty else { return name }
    return name.padding(toLength: 12, withPad: " ", startingAt: 0) + value
  }
}
