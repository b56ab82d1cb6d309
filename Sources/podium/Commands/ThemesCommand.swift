import ArgumentParser
import LabelingUI
import StrictJSON

struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the themes.",
    discussion: """
      Example:
        podium themes
        podium label runs.jsonl --theme mono
      """)

  @Flag(help: "Print the names as JSON.")
  var json = false

  func run() throws {
    let names = ThemeCatalog.builtIn.names
    let lines = json ? [JSONValue.array(names.map(JSONValue.string)).text()] : names
    try lines.forEach(Console.standard.printLine)
  }
}
