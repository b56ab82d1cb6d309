import ArgumentParser
import Foundation
import LangSmith
import PreferenceStore
import StrictJSON

struct PullCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull",
    abstract: "Fetch runs to compare from LangSmith.",
    discussion: """
      Joins the runs of two or more experiments on the examples of their dataset, and adds a comparison for each example \
      to a workspace: what each experiment's model answered, side by side. Where experiments ran examples several times, \
      first goes with first, second with second.

      Everything is read before anything is written, and written in one go. After a break, run the same command again: it \
      reads anew, adds only what is new, and never makes a second comparative experiment. A comparison that was pulled \
      before stays as it is.

      The comparative experiment, under which LangSmith collects the judgments, is made once and kept in the workspace.

      With --queue, prints the runs of an annotation queue as JSON Lines, one run a line, and with --mark-done marks items \
      of it as done. Queue items are single runs: there is nothing to compare in them, so no workspace is made, and the \
      pairs of pairwise queues come as single runs, too.

      LANGSMITH_API_KEY says who you are, LANGSMITH_ENDPOINT where LangSmith is; LANGSMITH_WORKSPACE_ID and \
      LANGSMITH_PROFILE are read as LangSmith's SDK reads them.

      Examples:
        podium pull --dataset qa --experiments small-1f2e,large-9a0b -o qa.podium
        podium pull --dataset qa --experiments small-1f2e,large-9a0b --dry-run
        podium pull --queue "To review" --status needs-my-review

      Exit status: 0 done, 1 something was left out or has changed, 2 usage or environment, 3 the file is no workspace or \
      damaged, 4 LangSmith refused.
      """)

  @Option(help: "The dataset's name or id.")
  var dataset: String?

  @Option(
    help: ArgumentHelp(
      "Names or ids of experiments, separated by commas; may be repeated. A name with a comma goes by its id.",
      valueName: "a,b"))
  var experiments: [String] = []

  @Option(
    name: .shortAndLong, help: "The workspace to add to, made if it is not there: NAME.podium.",
    completion: .file())
  var output: String?

  @Option(help: "What to call the comparative experiment.")
  var name: String?

  @Option(help: "Collect judgments under this comparative experiment instead of making one: an id.")
  var comparativeExperiment: String?

  @Flag(
    inversion: .prefixedNo,
    help: """
      Whether feedback moves a trace to LangSmith's extended retention, which costs more. A workspace begins with yes and \
      keeps what was said last.
      """)
  var extendTraceRetention: Bool?

  @Flag(help: "Print what would be done, and do nothing.")
  var dryRun = false

  @Flag(help: "Print what was done, or would be, as JSON.")
  var json = false

  @OptionGroup(title: "Annotation queues")
  var queue: QueueOptions

  @OptionGroup
  var connection: ConnectionOptions

  func validate() throws {
    if queue.queue != nil {
      guard dataset == nil, experiments.isEmpty, output == nil, !dryRun else {
        throw ValidationError("--queue goes without --dataset, --experiments, --output and --dry-run")
      }
      return
    }
    guard queue.markDone.isEmpty else { throw ValidationError("--mark-done: say of which --queue") }
    guard dataset != nil else { throw ValidationError("Say which dataset: --dataset NAME") }
    guard experimentNames.count >= 2 else {
      throw ValidationError("Name two or more experiments to compare: --experiments A,B")
    }
    guard output != nil else { throw ValidationError("Say which workspace to add to: -o NAME.podium") }
    if let comparativeExperiment, UUID(uuidString: comparativeExperiment) == nil {
      throw ValidationError("--comparative-experiment: expected a UUID")
    }
  }

  func run() async throws {
    let console = Console.standard
    let progress = ReadingProgress("pulling", console: console)
    defer { progress.finish() }
    let client = LangSmithClient(try connection.settings()) { progress.show($0) }
    if let name = queue.queue {
      return try await QueuePull(client: client, progress: progress).run(queue, name: name, console)
    }
    try await pull(client, progress, console)
  }

  private var experimentNames: [String] {
    experiments.flatMap { $0.split(separator: ",") }.map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  private func pull(_ client: LangSmithClient, _ progress: ReadingProgress, _ console: Console) async throws {
    let destination = PullDestination(path: output ?? "", console: console)
    let existing = try destination.existing()
    defer { existing?.close() }
    let work = try await ExperimentPull(client: client, progress: progress)
      .work(dataset: dataset ?? "", experiments: experimentNames)
    if let existing { try destination.refuseOtherDataset(than: work.dataset.id, in: existing) }
    let join = ExperimentJoin(work)
    let merge = PullMerge(
      work: work, join: join, path: destination.path, name: name,
      joined: comparativeExperiment.flatMap { UUID(uuidString: $0) },
      extendsTraceRetention: extendTraceRetention)
    let result =
      try dryRun ? merge.preview(existing) : await merge.run(existing, or: destination.make, client)
    try report(result, progress, console)
  }

  private func report(_ result: PullResult, _ progress: ReadingProgress, _ console: Console) throws {
    for note in result.notes where !json { progress.note("podium: \(note)") }
    progress.finish()
    try console.printLine(json ? result.json.text() : dryRun ? result.preview : result.sentence)
    if !dryRun, result.status != .done { throw result.status.exitCode }
  }
}
