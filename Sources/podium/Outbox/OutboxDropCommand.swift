import ArgumentParser
import FeedbackSubmission
import Foundation
import Identifiers
import PreferenceStore
import StrictJSON

struct OutboxDropCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop",
    abstract: "Give up groups: they are not sent any more.",
    discussion: """
      Shows what would be dropped, and asks. A group goes as a whole: what may be at LangSmith of it is deleted there with \
      the next delivery, so that no half of a comparison stays. Who dropped what, when and why is kept for ever, with the \
      bodies: `podium outbox list --dropped`. Judgments stay in the workspace; one that is changed goes out again.

      Feedback that is delivered is not dropped: undo the judgment, or use `podium feedback delete`.

      Example:
        podium outbox drop 0196d2a4 --reason "the run was deleted" --workspace runs.podium

      Exit status: 0 dropped, 1 you said no, 2 usage or environment: nothing was dropped, 3 the file is no workspace or \
      damaged.
      """)

  @Argument(help: ArgumentHelp("Groups or records, by the first digits of their ids.", valueName: "id"))
  var words: [String]

  @Option(help: ArgumentHelp("Why, for whoever reads the list of what was dropped.", valueName: "text"))
  var reason: String

  @OptionGroup
  var location: OutboxLocation

  @Flag(help: "Do not ask.")
  var yes = false

  @Flag(help: "Print what was done as JSON.")
  var json = false

  func validate() throws {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError("--reason: expected a reason, found none")
    }
  }

  func run() throws {
    let console = Console.standard
    let (workspace, path, rest) = try location.open(words)
    defer { workspace.close() }
    guard !rest.isEmpty else { throw CommandFailure(.usage, "say what to drop: ids, or their first digits") }
    let entries = try OutboxGroups(workspace: workspace, path: path).named(rest)
    try entries.forEach(requireDroppable)
    guard try yes || isConfirmed(entries, workspace, console) else {
      console.note("podium: nothing was dropped")
      throw ExitStatus.findings.exitCode
    }
    let decision = DropDecision(by: LoginName.current ?? "user \(getuid())", reason: reason, at: Date())
    let dropped = Set(try workspace.drop(groups: entries.map(\.id), decision))
    try report(entries, dropped, path, console)
  }

  private func requireDroppable(_ entry: OutboxEntry) throws {
    guard !entry.isDroppable else { return }
    let advice =
      entry.state == .delivered
      ? "is delivered: undo the judgment, or use `podium feedback delete`" : "is being deleted already"
    throw CommandFailure(.usage, "\(entry.id.lowercaseString): \(advice); nothing was dropped")
  }

  private func isConfirmed(
    _ entries: [OutboxEntry], _ workspace: Workspace, _ console: Console
  ) throws -> Bool {
    try console.requireAnswers(orElse: "say --yes to drop all the same")
    let table = try OutboxListing(workspace: workspace, now: Date()).table(of: entries)
    for line in table.lines(columns: console.errorColumns) { console.note(line) }
    for entry in entries { console.note("\(entry.id.lowercaseString): \(entry.dropEffect.words)") }
    let question = entries.count == 1 ? "Drop this group?" : "Drop these \(entries.count) groups?"
    return console.confirm(question)
  }

  private func report(
    _ entries: [OutboxEntry], _ dropped: Set<UUID>, _ path: String, _ console: Console
  ) throws {
    if json {
      let groups = entries.filter { dropped.contains($0.id) }.map { JSONValue.object($0.dropReport) }
      try console.printLine(
        (["workspace": .string(path), "dropped": .array(groups)] as JSONValue).text())
    } else {
      for entry in entries where dropped.contains(entry.id) {
        try console.printLine("\(entry.id.lowercaseString): dropped: \(entry.dropEffect.words)")
      }
    }
    for entry in entries where !dropped.contains(entry.id) {
      console.note("podium: \(entry.id.lowercaseString): was delivered meanwhile, and not dropped")
    }
    if dropped.count < entries.count { throw ExitStatus.findings.exitCode }
  }
}

extension OutboxEntry {
  fileprivate var dropReport: JSONObject {
    let effect = dropEffect
    return [
      "id": .string(id.lowercaseString), "never_sent": .number(JSONNumber(effect.forgotten)),
      "to_be_deleted": .number(JSONNumber(effect.toBeDeleted)), "left": .number(JSONNumber(effect.left)),
    ]
  }
}
