import ArgumentParser
import Foundation
import PreferenceStore
import StrictJSON

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add comparisons to a workspace.",
    discussion: """
      Reads JSON Lines, one comparison a line:

        {"id": "q1", "prompt": "Name a prime.", "candidates": [{"text": "7"}, {"text": "8"}]}

      Adds what is new; what is there already stays as it is. All files are added, or none of them if the import is broken \
      off. A record that cannot be read is reported as FILE:LINE and left out; the good ones load.

      Example:
        podium import runs.jsonl more.jsonl --workspace runs.podium

      Exit status: 0 all records are in the workspace, 1 some were set aside or differ from what is there under their id, \
      2 usage or environment, 3 some could not be read.
      """)

  @Argument(
    help: ArgumentHelp("JSON Lines to read; - is standard input.", valueName: "file"), completion: .file())
  var files: [String]

  @Option(help: "The workspace to add to. Without it, NAME.podium beside the file.", completion: .file())
  var workspace: String?

  @OptionGroup var campaign: CampaignOption

  @Flag(help: "Print what was done as JSON.")
  var json = false

  func validate() throws {
    if workspace == nil, files.count > 1 || files == ["-"] {
      throw ValidationError("Say which workspace to add to: --workspace NAME.podium")
    }
  }

  func run() throws {
    let console = Console.standard
    let path = workspace ?? WorkspaceLocation.workspacePath(forInput: files[0])
    let rubric = try campaign.rubric()
    let sources = try files.map(InputFile.open)
    let (workspace, summary) = try WorkspaceAccess(console: console).add(sources, toWorkspaceAt: path)
    if let rubric, let words = try workspace?.use(rubric, now: Date()).sentence { console.note(words) }
    workspace?.close()
    let result = ImportResult(path: path, exists: workspace != nil, summary: summary)
    try console.printLine(json ? result.json.text() : result.sentence)
    if result.status != .done { throw result.status.exitCode }
  }
}
