import ArgumentParser
import LabelingUI
import StrictJSON
import Terminal

struct ThemesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the themes: those that come with Podium, and yours.",
    discussion: """
      Example:
        podium themes list --json
        [{"name":"default-dark","variant":"dark","file":null}, …]

      Exit status: 0 also when a theme of yours is broken; lint tells what is wrong.
      """)

  @Flag(help: "Print them as JSON.")
  var json = false

  func run() throws {
    let console = Console.standard
    let entries = ThemeListing.entries(of: UserThemes().catalog())
    if json {
      try console.printLine(JSONValue.array(entries.map(\.json)).text())
    } else {
      try ThemeListing.lines(of: entries).forEach(console.printLine)
    }
  }
}

/// The themes as they are listed.
struct ThemeListing {
  struct Entry: Equatable {
    let name: String
    /// `nil` if the theme cannot be read.
    let variant: Theme.Variant?
    /// `nil` for a theme that comes with Podium.
    let file: String?

    var json: JSONValue {
      [
        "name": .string(name), "variant": variant.map { .string($0.rawValue) } ?? .null,
        "file": file.map(JSONValue.string) ?? .null,
      ]
    }
  }

  static func entries(of catalog: ThemeCatalog) -> [Entry] {
    catalog.sources.map { source in
      Entry(
        name: source.name, variant: try? catalog.theme(named: source.name).variant,
        file: source.isBuiltIn ? nil : source.path)
    }
  }

  /// `nord                 dark`, and the file of one's own.
  static func lines(of entries: [Entry]) -> [String] {
    let width =
      entries.map { TextWidth.columns(of: VisibleText.escaping($0.name), repertoire: .unicode) }
      .max() ?? 0
    return entries.map { entry in
      let name = VisibleText.escaping(entry.name)
      let gap = String(
        repeating: " ", count: width - TextWidth.columns(of: name, repertoire: .unicode) + 2)
      let variant = entry.variant?.rawValue ?? "broken"
      guard let file = entry.file else { return name + gap + variant }
      return name + gap + variant + String(repeating: " ", count: 8 - variant.count) + file
    }
  }
}
