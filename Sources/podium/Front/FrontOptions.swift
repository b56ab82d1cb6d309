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
      How it looks: a name from podium themes, or auto: default-light where COLORFGBG tells of a light background, else \
      default-dark. Without it, what config.toml says, else auto.
      """, valueName: "name"), completion: .list(ThemeCatalog.builtIn.names + ["auto"]))
  var theme: ThemeChoice?

  @Option(
    help: """
      How many colors: auto, always, never, 16, 256, truecolor. Without it, what config.toml says, else auto.
      """)
  var color: ColorChoice?

  @Flag(
    help:
      "Leave the mouse to the terminal. Without it, clicks and the wheel come to Podium until m is pressed.")
  var noMouse = false

  @Flag(help: "Leave the terminal's title alone.")
  var noTitle = false

  @Option(
    name: .customLong("clipboard-cmd"),
    help: ArgumentHelp(
      """
      Gives what is copied to a program instead of the terminal, such as "wl-copy" or "xclip -selection clipboard"; it is \
      started without a shell.
      """, valueName: "command"))
  var clipboardCommand: String?

  @Option(
    help: ArgumentHelp(
      """
      What theme = auto goes by, instead of COLORFGBG: dark or light, the terminal's background.
      """, valueName: "shade"))
  var background: Background?

  @Option(
    help: ArgumentHelp(
      "Reminds of a break after so many minutes of judging, between two comparisons.", valueName: "minutes"))
  var breakReminder: Int?

  @OptionGroup var rater: RaterOption

  @OptionGroup var recording: RecordingOptions

  func validate() throws {
    if let breakReminder, !(1...1440).contains(breakReminder) {
      throw ValidationError("--break-reminder: expected a number of minutes from 1 to 1440")
    }
  }

  /// Finds out how the front is to be, and whether there can be a screen, before anything is read or written for it.
  func settings(
    needsScreen: Bool = true, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> FrontSettings {
    let configuration = try ConfigurationFile.current(environment: environment)
    let userThemes = UserThemes(environment: environment)
    let catalog = userThemes.catalog()
    let choice = theme ?? configuration.theme ?? .auto
    let settings = FrontSettings(
      themes: ThemeSelection(
        catalog: catalog,
        current: try catalog.theme(
          named: choice.name(background: background ?? Background(colors: environment["COLORFGBG"])))),
      userThemes: userThemes,
      color: color ?? configuration.color ?? .auto,
      usesMouse: !noMouse,
      setsTitle: !noTitle && configuration.setsTitle ?? true,
      clipboard: (clipboardCommand ?? configuration.clipboard).flatMap(ClipboardCommand.init),
      rater: try rater.name(configured: configuration.rater, environment: environment),
      keymap: Keymap(configuration.keys), breakInterval: breakReminder.map { .seconds(60 * $0) })
    if needsScreen { try TerminalSession.check(TerminalConfiguration(color: settings.color)) }
    return settings
  }
}

extension ColorChoice: ExpressibleByArgument {}

extension Background: ExpressibleByArgument {}

extension ThemeChoice: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}
