import ArgumentParser
import Foundation
import Preference
import PreferenceStore
import StrictJSON

struct DraftsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drafts",
    abstract: "List what was begun and not saved.",
    discussion: """
      An order, comments, corrections and answers that were not saved stay with their comparison until they are saved or \
      discarded; opening the comparison brings them back. podium label lists them under L, Tab, \
      and discards the chosen one with ^X, pressed twice. What another window of \
      the rater has begun then takes its place.

      Example:
        podium drafts runs.podium
        podium drafts runs.podium --resume q17
        podium drafts runs.podium --discard q17

      Exit status: 0 done, 1 you said no, 2 usage or environment, 3 the file is no workspace or damaged.
      """)

  @Argument(help: "The workspace, or the input it was made from.", completion: .file())
  var workspace: String

  @Option(
    help: ArgumentHelp(
      "Discard the draft of the comparison of that number or id, for good. You are asked.",
      valueName: "comparison"))
  var discard: String?

  @Option(
    help: ArgumentHelp(
      "Open the comparison of that number or id and go on where it was left, as podium label --at does.",
      valueName: "comparison"))
  var resume: String?

  @Option(help: "The drafts of this rater alone.")
  var rater: String?

  @Flag(help: "Do not ask.")
  var yes = false

  @Flag(help: "Print them as JSON Lines, with what is in them.")
  var json = false

  func validate() throws {
    if discard != nil, resume != nil { throw ValidationError("--discard and --resume do not go together") }
  }

  func run() throws {
    if let resume { return try goOn(with: resume) }
    let console = Console.standard
    let opened = try WorkspaceAccess(console: console).open(WorkspaceLocation(of: workspace))
    defer { opened.close() }
    let drafts = try drafts(in: opened)
    if let discard {
      try self.discard(discard, among: drafts, of: opened, console)
    } else if json {
      try console.printJSONLines(DraftListing(drafts: drafts, now: Date()).json)
    } else if drafts.isEmpty {
      try console.printLine("no drafts")
    } else {
      for line in DraftListing(drafts: drafts, now: Date()).table.lines(columns: console.outputColumns) {
        try console.printLine(line)
      }
    }
  }

  private func drafts(in workspace: Workspace) throws -> [StoredDraft] {
    try rater.map(workspace.drafts(of:)) ?? workspace.drafts()
  }

  private func goOn(with name: String) throws {
    let opened = try WorkspaceAccess(console: .standard).open(WorkspaceLocation(of: workspace))
    let found = Result {
      try self.draft(
        named: name, among: try drafts(in: opened), of: opened)
    }
    opened.close()
    let draft = try found.get()
    let arguments = [workspace, "--at", String(draft.ordinal), "--rater", draft.rater]
    try LabelCommand.parse(arguments).run()
  }

  private func draft(
    named name: String, among drafts: [StoredDraft], of workspace: Workspace
  ) throws -> StoredDraft {
    let ordinal = try workspace.ordinal(named: name)
    let meant = drafts.filter { $0.ordinal == ordinal }
    guard let draft = meant.first else {
      throw CommandFailure(
        .usage, "\(name): no draft of that comparison; `podium drafts \(self.workspace)` lists them")
    }
    guard meant.count == 1 else {
      let raters = meant.map(\.rater).joined(separator: ", ")
      throw CommandFailure(.usage, "\(name): several raters have begun it: say which with --rater: \(raters)")
    }
    return draft
  }

  private func discard(
    _ name: String, among drafts: [StoredDraft], of workspace: Workspace, _ console: Console
  ) throws {
    let draft = try self.draft(named: name, among: drafts, of: workspace)
    guard try yes || isConfirmed(draft, console) else {
      console.note("podium: nothing was discarded")
      throw ExitStatus.findings.exitCode
    }
    _ = try workspace.discardDraft(of: draft.ordinal, rater: draft.rater)
    try console.printLine("discarded: \(draft.sentence)")
    if let next = draft.contentsElsewhere.first {
      try console.printLine("what another window of \(draft.rater) has begun is its draft now: \(next)")
    }
  }

  private func isConfirmed(_ draft: StoredDraft, _ console: Console) throws -> Bool {
    try console.requireAnswers(orElse: "say --yes to discard all the same")
    console.note(draft.sentence)
    return console.confirm("Discard this for good?")
  }
}

extension StoredDraft {
  /// Such as `comparison 3 (q17), ada: an order of 2, 1 comment`.
  fileprivate var sentence: String {
    "comparison \(ordinal) (\(comparison.id)), \(rater): \(contents.joined(separator: ", "))"
  }
}
