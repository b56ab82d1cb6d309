import FeedbackSubmission
import Foundation
import Identifiers
import PreferenceStore

/// Finds the groups that people name.
struct OutboxGroups {
  let workspace: Workspace
  let path: String

  /// - Returns: Each group once, in the order in which they were named.
  /// - Throws: `CommandFailure` for the first word that does not name one.
  func named(_ words: [String]) throws -> [OutboxEntry] {
    var entries: [OutboxEntry] = []
    for word in words {
      let entry = try named(word)
      if !entries.contains(where: { $0.id == entry.id }) { entries.append(entry) }
    }
    return entries
  }

  func named(_ word: String) throws -> OutboxEntry {
    let matches = try workspace.outboxEntries(matching: try Self.prefix(word))
    guard let match = matches.first else {
      throw CommandFailure(
        .usage, "\(word): nothing in the outbox of \(path) has this id: see `podium outbox list`")
    }
    guard matches.count == 1 else {
      let ids = matches.map { "\n  \($0.id.lowercaseString)" }.joined()
      throw CommandFailure(.usage, "\(word): several groups are meant: give more digits\(ids)")
    }
    return match
  }

  static func prefix(_ word: String) throws -> FeedbackIDPrefix {
    guard let prefix = FeedbackIDPrefix(word) else {
      throw CommandFailure(
        .usage, "\(word): expected an id, or its first \(FeedbackIDPrefix.fewestDigits) digits or more")
    }
    return prefix
  }
}
