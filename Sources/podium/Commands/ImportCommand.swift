import ArgumentParser
import Foundation
import Preference
import PreferenceStore
import StrictJSON

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add comparisons to a workspace.",
    discussion: """
      Reads JSON Lines, one comparison a line:

        {"id": "q1", "prompt": "2+2?", "candidates": [{"text": "4"}, {"text": "5"}]}

      Adds what is new; what is there already stays as it is. All files are added, or none of them if the import is broken \
      off. A record that cannot be read is reported as FILE:LINE and left out; the good ones load.

      With --corrections-of, the comparisons are made of what raters corrected elsewhere, for others to judge. Which candidate is \
      the correction, whose it is and of what stands in the comparison's metadata under correction_of, which raters do not \
      see and podium export writes out.

      Example:
        podium import runs.jsonl more.jsonl --workspace runs.podium
        podium import --corrections-of runs.podium --workspace second.podium

      Exit status: 0 all records are in the workspace, 1 some were set aside or differ from what is there under their id, \
      2 usage or environment, 3 some could not be read.
      """)

  @Argument(
    help: ArgumentHelp("JSON Lines to read; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Make a second round of that workspace: comparisons in which each corrected text stands, blind, beside the output that \
      it corrects and another one. What is there already stays.
      """, valueName: "workspace"), completion: .file())
  var correctionsOf: String?

  @Option(
    help: """
      With --corrections-of, what else stands there: best (the other run that the first rater put highest), all, or none.
      """)
  var beside: CorrectionRound.Others?

  @Option(help: "The workspace to add to. Without it, NAME.podium beside the file.", completion: .file())
  var workspace: String?

  @OptionGroup var campaign: CampaignOption

  @Flag(help: "Print what was done as JSON.")
  var json = false

  func validate() throws {
    guard let first = correctionsOf else {
      if files.isEmpty { throw ValidationError("Missing expected argument '<file> ...'") }
      if beside != nil { throw ValidationError("--beside goes with --corrections-of") }
      return try validateWorkspace()
    }
    if !files.isEmpty { throw ValidationError("--corrections-of takes no files beside it") }
    guard let workspace else {
      throw ValidationError("Say where the second round is to be: --workspace NAME.podium")
    }
    if URL(filePath: workspace).standardizedFileURL == URL(filePath: first).standardizedFileURL {
      throw ValidationError("A second round needs a workspace of its own")
    }
  }

  private func validateWorkspace() throws {
    if workspace == nil, files.count > 1 || files == ["-"] {
      throw ValidationError("Say which workspace to add to: --workspace NAME.podium")
    }
  }

  func run() throws {
    let console = Console.standard
    if let correctionsOf { return try addRound(of: correctionsOf, console) }
    let path = workspace ?? WorkspaceLocation.workspacePath(forInput: files[0])
    let rubric = try campaign.rubric()
    let sources = try files.map(InputFile.comparisons)
    let (workspace, summary) = try WorkspaceAccess(console: console).add(sources, toWorkspaceAt: path)
    if let rubric, let words = try workspace?.use(rubric, now: Date()).sentence { console.note(words) }
    workspace?.close()
    try tell(ImportResult(path: path, exists: workspace != nil, summary: summary), console)
  }

  private func tell(_ result: ImportResult, _ console: Console) throws {
    try console.printLine(json ? result.json.text() : result.sentence)
    if result.status != .done { throw result.status.exitCode }
  }

  private func addRound(of first: String, _ console: Console) throws {
    let rubric = try campaign.rubric()
    let access = WorkspaceAccess(console: console)
    let (second, summary) = try access.addRound(
      CorrectionRound(others: beside ?? .best), of: try WorkspaceLocation(of: first),
      toWorkspaceAt: workspace ?? "")
    if let rubric, let words = try second?.use(rubric, now: Date()).sentence { console.note(words) }
    second?.close()
    console.note(
      "the order of these comparisons stays here and is not delivered: a corrected text has no run at LangSmith"
    )
    try tell(ImportResult(path: workspace ?? "", exists: second != nil, summary: summary), console)
  }
}

extension CorrectionRound.Others: ExpressibleByArgument {}
