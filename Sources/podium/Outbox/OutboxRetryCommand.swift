import ArgumentParser
import FeedbackSubmission
import Foundation
import Identifiers
import PreferenceStore
import StrictJSON

struct OutboxRetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Send again what LangSmith refused.",
    discussion: """
      Makes refused groups pending again, together with their records that were held back; `podium submit` delivers them, \
      or whoever delivers from the workspace already. Useful once the cause is gone: a run that was missing, a \
      feedback key that was forbidden.

      Examples:
        podium outbox retry 0196d2a4 --workspace runs.podium
        podium outbox retry --dead --workspace runs.podium

      Exit status: 0 done, 2 usage or environment, or one of them was not refused: nothing was changed, 3 the file is no \
      workspace or damaged.
      """)

  @Argument(help: ArgumentHelp("Groups or records, by the first digits of their ids.", valueName: "id"))
  var words: [String] = []

  @OptionGroup
  var location: OutboxLocation

  @Flag(help: "Retry all that was refused.")
  var dead = false

  @Flag(help: "Print what was done as JSON.")
  var json = false

  func run() throws {
    let console = Console.standard
    let (workspace, path, rest) = try location.open(words)
    defer { workspace.close() }
    guard dead == rest.isEmpty else {
      throw CommandFailure(.usage, "say what to retry: ids, or --dead for all that was refused")
    }
    let retried = try dead ? workspace.retryRefused(now: Date()) : retry(rest, workspace, path)
    try console.printLine(json ? Self.json(retried, path).text() : Self.sentence(retried.count, path))
  }

  private func retry(_ words: [String], _ workspace: Workspace, _ path: String) throws -> [UUID] {
    let entries = try OutboxGroups(workspace: workspace, path: path).named(words)
    for entry in entries where entry.state != .dead {
      throw CommandFailure(
        .usage,
        "\(entry.id.lowercaseString): was not refused: it is \(entry.state.words); nothing was changed")
    }
    return try workspace.retry(groups: entries.map(\.id), now: Date())
  }

  private static func sentence(_ count: Int, _ path: String) -> String {
    switch count {
    case 0: "\(path): nothing was refused"
    case 1: "\(path): 1 group goes out again: podium submit \(path)"
    default: "\(path): \(count) groups go out again: podium submit \(path)"
    }
  }

  private static func json(_ groups: [UUID], _ path: String) -> JSONValue {
    [
      "workspace": .string(path), "retried": .number(JSONNumber(groups.count)),
      "groups": .array(groups.map { .string($0.lowercaseString) }),
    ]
  }
}
