import ArgumentParser
import LabelingUI
import StrictJSON

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

  @Flag(help: "Print the table as JSON.")
  var json = false

  @Flag(help: "Print the table as Markdown.")
  var markdown = false

  func validate() throws {
    guard !(json && markdown) else { throw ValidationError("--json and --markdown exclude each other") }
  }

  func run() throws {
    let console = Console.standard
    let listing = KeyListing(try preset.map { KeyBindings($0) } ?? ConfigurationFile.current().keys)
    if json { return try console.printLine(listing.json.text()) }
    let lines = markdown ? [listing.markdown] : listing.lines
    for line in lines.flatMap({ $0.split(separator: "\n", omittingEmptySubsequences: false) }) {
      try console.printLine(String(line))
    }
  }
}

extension KeyPreset: ExpressibleByArgument {}
