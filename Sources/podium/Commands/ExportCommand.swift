import ArgumentParser
import Preference
import PreferenceStore
import Terminal

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write judgments out.",
    discussion: """
      Formats:
        jsonl         every judgment that holds, with everything known of it; those
                      that were undone or judged anew are left out
        trl-dpo       prompt, chosen and rejected for each pair that a ranking
                      orders, as TRL's DPO trainer reads them; a corrected text is
                      chosen over the run that it corrects, and over those that
                      the ranking puts below that run
        sft           prompt and completion, the completions being the corrected
                      texts
        sft-messages  the same as messages, the last one the corrected text
        diff          what was corrected, line by line, as patch reads it
        word-diff     the same word by word: [-taken out-]{+put in+}

      Structured outputs are exported to trl-dpo and sft as the one text in them, or as JSON.
      What a format cannot hold is counted on standard error. On a terminal, characters that would steer it are spelled out.

      Example:
        podium export runs.podium --format trl-dpo -o pairs.jsonl
        podium export runs.podium --format word-diff | less

      Exit status: 0 done, 2 usage or environment, 3 the file is no workspace or damaged.
      """)

  @Argument(help: "The workspace, or the input it was made from.", completion: .file())
  var workspace: String

  @Option(help: "What to write: \(ExportFormat.names).")
  var format: ExportFormat

  @Option(name: .shortAndLong, help: "The file to write; standard output without it.", completion: .file())
  var output: String?

  @Flag(
    help: """
      With sft and sft-messages: also the output that was preferred to all others, where nothing was corrected.
      """)
  var includeChosen = false

  @Flag(help: "Replace the file if it is there.")
  var force = false

  func validate() throws {
    if includeChosen, format != .sft, format != .sftMessages {
      throw ValidationError("--include-chosen goes with sft and sft-messages")
    }
  }

  func run() throws {
    let console = Console.standard
    let opened = try WorkspaceAccess(console: console).open(WorkspaceLocation(of: workspace))
    defer { opened.close() }
    let file = try output.flatMap { $0 == "-" ? nil : $0 }.map {
      try OutputFile(path: $0, replacesExisting: force)
    }
    let isShown = file == nil && console.outputIsTerminal
    var export = JudgmentWriter(format: format, includesChosen: includeChosen) { [format] bytes in
      if let file { return try file.write(bytes) }
      try console.write(isShown ? VisibleText.forTerminal(bytes, isJSON: format.isJSON) : bytes)
    }
    try opened.forEachCurrentJudgment { try export.add($0, of: $1) }
    try export.finish()
    try file?.commit()
    console.note(export.report)
  }
}
