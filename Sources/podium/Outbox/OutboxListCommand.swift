import ArgumentParser
import FeedbackSubmission
import Foundation
import PreferenceStore
import StrictJSON

struct OutboxListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the groups that are on their way out.",
    discussion: """
      A line for each group; where its records do not stand alike, a line for each of them below. AGE is the time since the \
      feedback was kept, FAILED how often in a row sending it failed. The states:

        waiting    sent when its turn comes (waiting)
        sending    somebody is sending it (in flight)
        backoff    tried again after a pause (backing off)
        verify     sent, and to be read back (to be verified)
        parked     nothing is sent at all until you act; the reason is told
        dead       refused for good (refused): `podium outbox retry`, or `drop`
        delivered, withdrawn   nothing is left to do; listed only if asked for

      Examples:
        podium outbox list runs.podium --state dead
        podium outbox list --json | jq -r 'select(.state == "dead").id'

      Exit status: 0 also when something waits, 2 usage or environment, 3 the file is no workspace or damaged.
      """)

  @Argument(help: ArgumentHelp("The workspace, as --workspace.", valueName: "workspace"), completion: .file())
  var file: String?

  @OptionGroup
  var location: OutboxLocation

  @Option(help: ArgumentHelp("Only groups in this state. May come several times.", valueName: "state"))
  var state: [OutboxEntry.State] = []

  @Flag(help: "List every group, also those that are delivered or withdrawn.")
  var all = false

  @Flag(help: "List what was dropped, by whom, when and why.")
  var dropped = false

  @Option(
    help: ArgumentHelp("List so many at most. Without it, 100, or all with --json.", valueName: "number"))
  var limit: Int?

  @Flag(help: "Print a line of JSON for each group.")
  var json = false

  func validate() throws {
    if let limit, !(1...1_000_000).contains(limit) {
      throw ValidationError("--limit: expected a number from 1 to 1000000")
    }
    if dropped && (all || !state.isEmpty) {
      throw ValidationError("--dropped: what was dropped has no state: leave --state and --all away")
    }
  }

  func run() throws {
    let (workspace, path, rest) = try location.open(file.map { [$0] } ?? [])
    defer { workspace.close() }
    if let word = rest.first { throw CommandFailure(.usage, "\(word): expected a workspace") }
    let console = Console.standard
    if dropped { return try DroppedListing(workspace: workspace, limit: limit).print(json: json, console) }
    if json { return try printJSON(workspace, console) }
    try printTable(workspace, path, console)
  }

  private var states: Set<OutboxEntry.State> {
    if all { return Set(OutboxEntry.State.ofGroups) }
    return state.isEmpty ? OutboxEntry.State.outstanding : Set(state)
  }

  private func printJSON(_ workspace: Workspace, _ console: Console) throws {
    var left = limit ?? .max
    var next = Int64?.some(0)
    while left > 0, let place = next {
      let page = try workspace.outboxEntries(in: states, after: place)
      for entry in page.entries.prefix(left) {
        try console.printLine(JSONValue.object(entry.summary()).text())
      }
      left -= page.entries.count
      next = page.next
    }
  }

  private func printTable(_ workspace: Workspace, _ path: String, _ console: Console) throws {
    let limit = limit ?? Self.longestTable
    var entries: [OutboxEntry] = []
    var next = Int64?.some(0)
    // One more than is shown tells whether there are more.
    while entries.count <= limit, let place = next {
      let page = try workspace.outboxEntries(in: states, after: place)
      entries += page.entries.prefix(limit + 1 - entries.count)
      next = page.next
    }
    guard !entries.isEmpty else { return try console.printLine("\(path): \(emptiness)") }
    let shown = Array(entries.prefix(limit))
    let table = try OutboxListing(workspace: workspace, now: Date()).table(of: shown)
    for line in table.lines(columns: console.outputColumns) { try console.printLine(line) }
    if entries.count > limit {
      console.note("podium: there are more: --limit \(limit * 10) shows more of them")
    }
    if let reason = shown.first(where: { $0.state == .parked })?.trouble {
      console.note("podium: nothing is sent: \(reason)")
    }
  }

  private var emptiness: String {
    state.isEmpty
      ? (all ? "nothing was ever put in" : "nothing is on its way out") : "no group is in that state"
  }

  private static let longestTable = 100
}

extension OutboxEntry.State: ExpressibleByArgument {
  public static var allValueStrings: [String] { ofGroups.map(\.rawValue) }

  public init?(argument: String) {
    guard let state = Self.ofGroups.first(where: { $0.rawValue == argument || $0.words == argument }) else {
      return nil
    }
    self = state
  }
}
