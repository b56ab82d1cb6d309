import ArgumentParser
import Foundation
import LabelingUI
import Terminal

struct ThemesPreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show a comparison, and every role, in a theme.",
    discussion: """
      Colors are those of the terminal; --depth shows how it looks with others. Into a pipe go plain words, unless --depth, \
      FORCE_COLOR or CLICOLOR_FORCE asks for colors.

      Example:
        podium themes preview gruvbox-dark --depth 256
      """)

  @Argument(help: ArgumentHelp("Names or files. Without any, the one in use.", valueName: "name|file"))
  var themes: [String] = []

  @Flag(help: "Show all themes.")
  var all = false

  @Option(help: ArgumentHelp("truecolor, 256, 16, 8 or mono, in place of what the terminal has."))
  var depth: ColorDepth?

  @OptionGroup var config: ConfigurationOption

  func validate() throws {
    if all, !themes.isEmpty { throw ValidationError("name themes, or give --all") }
  }

  func run() throws {
    let console = Console.standard
    let catalog = UserThemes().catalog()
    let output = OutputLook.ofStandardOutput(depth: depth)
    if output.depth == nil { console.note("no colors in a pipe: --depth 256 asks for them") }
    for (index, name) in try wanted(in: catalog).enumerated() {
      let theme = try ThemeArgument(name, in: catalog).resolve().theme
      if index > 0 { try console.printLine("") }
      try console.write(Array(text(of: theme, for: output).utf8))
    }
  }

  private func wanted(in catalog: ThemeCatalog) throws -> [String] {
    if all { return catalog.names }
    if !themes.isEmpty { return themes }
    let configuration = try config.faultless()
    let background =
      configuration.background ?? Background(colors: ProcessInfo.processInfo.environment["COLORFGBG"])
    return [(configuration.theme ?? .auto).name(background: background)]
  }

  private func text(of theme: Theme, for output: OutputLook) -> String {
    let preview = ThemePreview(theme, columns: output.columns, repertoire: output.repertoire)
    let lines = preview.surfaces.flatMap { surface in
      output.depth.map { surface.lines(in: theme, at: $0) } ?? surface.plainLines
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension ColorDepth: ExpressibleByArgument {
  package init?(argument: String) {
    guard let depth = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = depth
  }

  package static var allValueStrings: [String] { allCases.reversed().map(\.name) }
}
