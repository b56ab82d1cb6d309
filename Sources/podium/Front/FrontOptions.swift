import ArgumentParser
import Foundation
import LabelingUI
import Terminal
import TerminalNcurses

/// What every command with a screen takes.
struct FrontOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      How it looks: \(ThemeCatalog.builtIn.names.joined(separator: ", ")), or auto: default-light where COLORFGBG tells \
      of a light background, else default-dark.
      """, valueName: "name"))
  var theme = ThemeChoice.auto

  @Option(help: "How many colors: auto, always, never, 16, 256, truecolor.")
  var color = ColorChoice.auto

  @OptionGroup var rater: RaterOption

  func readTheme(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> Theme {
    try ThemeCatalog.builtIn.theme(named: theme.name(colors: environment["COLORFGBG"]))
  }

  /// Finds out whether there can be a screen, before anything is read or written for it.
  func check() throws {
    _ = try rater.name()
    _ = try readTheme()
    try TerminalSession.check(TerminalConfiguration(color: color))
  }
}

extension ColorChoice: ExpressibleByArgument {}

extension ThemeChoice: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }

  package var defaultValueDescription: String {
    switch self {
    case .auto: "auto"
    case .named(let name): name
    }
  }
}
