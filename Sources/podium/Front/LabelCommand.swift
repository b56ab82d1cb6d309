import ArgumentParser
import FeedbackSubmission
import Foundation
import Preference
import PreferenceStore

struct LabelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "label",
    abstract: "Judge comparisons side by side.",
    discussion: """
      Opens a workspace, or the JSON Lines that it is made from; what is new in the file is added. Every judgment is on disk \
      before the next comparison is drawn. With LANGSMITH_API_KEY set, judgments of runs with a run_id are delivered in \
      the background. ? lists the keys.

      --replay prints the last screen of a session that was written down with --record: it needs no terminal, no workspace and \
      no network, and changes nothing.

      Example:
        podium label runs.jsonl
        podium label runs.jsonl --campaign campaign.toml
        podium label runs.podium --at q17
        podium label runs.jsonl --record fault.jsonl
        podium label --replay fault.jsonl --each-screen

      Exit status: 0 every comparison is judged, 1 some are left, some records were set aside or changed, or the last \
      judgment could not be saved, 2 usage or environment, 3 some records could not be read; 128 and the signal's number if \
      a signal ended it.
      """)

  @Argument(help: "A workspace, or JSON Lines with comparisons.", completion: .file())
  var file: String?

  @Option(
    help: "The workspace to use for the file. Without it, NAME.podium beside the file.", completion: .file())
  var workspace: String?

  @Option(
    help: ArgumentHelp("Print the last screen of a recorded session.", valueName: "file"), completion: .file()
  )
  var replay: String?

  @Flag(help: "With --replay, print every screen.")
  var eachScreen = false

  @Flag(
    help: """
      Line by line, without a screen: for screen readers, simple terminals and pipes. Taken by itself where TERM is dumb.
      """)
  var linear = false

  @Option(
    help: ArgumentHelp(
      "Begin with the comparison of that number or id, and with what was begun on it.",
      valueName: "comparison"))
  var at: String?

  @OptionGroup var campaign: CampaignOption

  @OptionGroup var front: FrontOptions

  @OptionGroup var delivery: DeliveryOptions

  func validate() throws {
    switch (file, replay) {
    case (nil, nil) where front.printConfig: break
    case (nil, nil): throw ValidationError("Missing expected argument '<file>'")
    case (_?, _?): throw ValidationError("--replay needs no file to judge")
    case (nil, _?) where at != nil: throw ValidationError("--at goes with a file to judge")
    case (_?, nil) where eachScreen: throw ValidationError("--each-screen goes with --replay")
    default: break
    }
  }

  func run() throws {
    if front.printConfig {
      try front.printSettings()
    } else if let replay {
      try ReplayPrinter(console: .standard, printsEach: eachScreen).play(replay)
    } else if let file {
      try judge(file)
    }
  }

  private func judge(_ file: String) throws {
    let isLinear = linear || ProcessInfo.processInfo.environment["TERM"] == "dumb"
    if isLinear, front.recording.record != nil {
      throw CommandFailure(
        .usage, "--record: only sessions with a screen are recorded, and this one is line by line")
    }
    let settings = try front.settings(needsScreen: !isLinear)
    // On a screen they would be covered at once.
    if isLinear { settings.faults.tell() }
    let delivery = FrontDelivery(transport: try delivery.transportIfPossible())
    let console = Console.standard
    let location = try WorkspaceLocation(of: file, workspace: workspace)
    let rubric = try campaign.rubric()
    let (opened, summary) = try WorkspaceAccess(console: console).open(importing: location)
    if let summary { try report(summary, at: location.path, isLinear: isLinear, to: console) }
    if let rubric, let words = try opened.use(rubric, now: Date()).sentence { console.note(words) }
    let start = try at.map { try number(of: $0, in: opened) }
    let recording = try front.recording.open()
    let name = FilePath.name(of: location.path)
    let ending =
      isLinear
      ? try LinearSession(
        workspace: opened, campaign: name, settings: settings, delivery: delivery, start: start
      ).run()
      : try FrontSession(
        workspace: opened, campaign: name, settings: settings, recording: recording, delivery: delivery,
        start: start
      ).run()
    if !isLinear { settings.faults.tell() }
    if let recording { console.note(recording.sentence) }
    try FrontEnding(ending, path: location.path, delivers: true).report(to: console)
    try summary.map { try tell($0, at: location.path, to: console) }
    if ending.progress.judged < ending.progress.total { throw ExitStatus.findings.exitCode }
  }

  private func number(of name: String, in workspace: Workspace) throws -> Int {
    if let number = try workspace.ordinal(named: name) { return number }
    throw CommandFailure(.usage, "--at \(name): there is no comparison of that number or id")
  }

  /// The screen has covered what the import said: what was left out is said again at the end.
  private func tell(_ summary: ImportSummary, at path: String, to console: Console) throws {
    let result = ImportResult(path: path, exists: true, summary: summary)
    guard result.status != .done else { return }
    console.note(result.sentence)
    throw result.status.exitCode
  }

  /// What was left out is read before the screen covers it.
  private func report(
    _ summary: ImportSummary, at path: String, isLinear: Bool, to console: Console
  ) throws {
    let result = ImportResult(path: path, exists: true, summary: summary)
    console.note(result.sentence)
    guard !isLinear, result.status != .done, isatty(STDIN_FILENO) == 1, console.errorsAreTerminal else {
      return
    }
    console.note("Press Enter to go on with the comparisons that could be read.")
    _ = readLine()
  }
}
