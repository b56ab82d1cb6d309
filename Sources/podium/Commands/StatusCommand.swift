import ArgumentParser
import LangSmith
import PreferenceStore
import StrictJSON

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Tell how far judging and delivery are.",
    discussion: """
      Example:
        podium status runs.podium --json
        {"comparisons":{"total":12,"judged":3,"raters":[{"name":"ada","judged":3}],
          "judged_by_several":0,"agreed":0},
         "drafts":{"total":1,"raters":[{"name":"ada","drafts":1}]},
         "outbox":{"delivered":2,"verified":2,"waiting":1,"dead":0,"dropped":0},
         "extend_trace_retention":true}

      A judgment that is counted is saved; what is begun and not saved, `podium drafts` lists. Feedback groups are \
      delivered when LangSmith has taken every record, and verified when `podium verify` has read every record back \
      since.

      Exit status: 0 also when work is left, 2 usage or environment, 3 the file is no workspace or damaged.
      """)

  @Argument(help: "The workspace, or the input it was made from.", completion: .file())
  var workspace: String

  @Flag(help: "Print the figures as JSON.")
  var json = false

  func run() throws {
    let console = Console.standard
    let location = try WorkspaceLocation(of: workspace)
    let opened = try WorkspaceAccess(console: console).open(location)
    let result = try StatusResult(
      path: location.path, overview: opened.overview(), drafts: opened.drafts(),
      settings: opened.settings(),
      canConnect: (try? LangSmithSettings(allowsPlainHTTP: true))?.canConnect ?? true)
    opened.close()
    try json ? console.printLine(result.json.text()) : result.lines.forEach(console.printLine)
  }
}
