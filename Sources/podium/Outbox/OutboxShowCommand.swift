import ArgumentParser
import FeedbackSubmission
import Foundation
import PreferenceStore
import StrictJSON

struct OutboxShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show all that is known of a group, and what is sent of it.",
    discussion: """
      Shows each record: where it stands, what LangSmith is known to have of it, what LangSmith said when it refused, and \
      the body as it is sent. Of a group that was dropped it shows who dropped it, and why.

      Example:
        podium outbox show 0196d2a4 --workspace runs.podium

      Exit status: 0 shown, 2 usage or environment, or nothing has this id, 3 the file is no workspace or damaged.
      """)

  @Argument(help: ArgumentHelp("The id of a group or record, or its first digits.", valueName: "id"))
  var words: [String]

  @OptionGroup
  var location: OutboxLocation

  @Flag(help: "Print it as JSON.")
  var json = false

  func run() throws {
    let console = Console.standard
    let (workspace, path, rest) = try location.open(words)
    defer { workspace.close() }
    guard rest.count == 1 else { throw CommandFailure(.usage, "expected one id, found \(rest.count)") }
    let dropped = try workspace.droppedGroups(matching: try OutboxGroups.prefix(rest[0]))
    let groups = OutboxGroups(workspace: workspace, path: path)
    if !dropped.isEmpty, try workspace.outboxEntries(matching: OutboxGroups.prefix(rest[0])).isEmpty {
      return try show(dropped, console)
    }
    let entry = try groups.named(rest[0])
    let bodies = try workspace.outboxBodies(of: entry)
    if json { return try console.printLine(JSONValue.object(entry.summary(bodies: bodies)).text()) }
    for line in OutboxDetails(entry: entry, bodies: bodies, now: Date()).lines { try console.printLine(line) }
    for group in dropped { try console.printLine(Self.sentence(group)) }
  }

  private func show(_ dropped: [DroppedGroup], _ console: Console) throws {
    for group in dropped {
      if json {
        try console.printLine(JSONValue.object(group.json).text())
      } else {
        try console.printLine(Self.sentence(group))
        for line in JSONValue.array(group.records).text(.indented).split(separator: "\n") {
          try console.printLine("  \(line)")
        }
      }
    }
  }

  private static func sentence(_ group: DroppedGroup) -> String {
    "dropped   \(DroppedListing.time(group.droppedAt)) by \(group.droppedBy): \(group.reason)"
  }
}
