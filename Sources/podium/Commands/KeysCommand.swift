import ArgumentParser
import LabelingUI
import StrictJSON
import Terminal

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Print which key does what.",
    discussion: """
      Without --preset, the keys that label and demo have: those of config.toml. The second column is the name by which \
      config.toml binds a command:

        [keys]
        preset = "vim"
        save = ["Enter", "C-x s"]
        all-bad = "none"

        [keys.editor]
        save = ["^S", "M-s"]

      Example:
        podium keys --preset emacs
      """)

  @Option(
    help: ArgumentHelp(
      "The keys of a preset: \(KeyPreset.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name"))
  var preset: KeyPreset?

  @OptionGroup var config: ConfigurationOption

  @Flag(help: "Print the table as JSON.")
  var json = false

  @Flag(help: "Print the table as Markdown.")
  var markdown = false

  func validate() throws {
    guard !(json && markdown) else { throw ValidationError("--json and --markdown exclude each other") }
  }

  func run() throws {
    let console = Console.standard
    let listing = KeyListing(try preset.map { KeyBindings($0) } ?? config.faultless().keys)
    if json { return try console.printLine(listing.json.text()) }
    if markdown { return try console.printText(listing.markdown + "\n") }
    let lines = listing.lines(columns: console.outputColumns ?? HelpText.columns)
    try Pager(console).print(lines.map { VisibleText.escaping($0) + "\n" }.joined())
  }
}

extension KeyPreset: ExpressibleByArgument {}
