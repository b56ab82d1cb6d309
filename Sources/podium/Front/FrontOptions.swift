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
      How it looks: a name from podium themes, or auto: default-light on a light background, else default-dark; the \
      terminal is asked, and COLORFGBG holds until it answers. Without it, what config.toml says, else auto.
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
      started without a shell, and its words are split as one would.
      """, valueName: "command"))
  var clipboardCommand: String?

  @Option(
    help: ArgumentHelp(
      """
      The terminal's background, dark or light, for theme = auto; the terminal is not asked then.
      """, valueName: "shade"))
  var background: Background?

  @Option(
    help: ArgumentHelp(
      "Reminds of a break after so many minutes of judging, between two comparisons.", valueName: "minutes"))
  var breakReminder: Int?

  @OptionGroup var rater: RaterOption

  @OptionGroup var config: ConfigurationOption

  @Flag(
    help:
      "Print the settings that are in force, as config.toml, with where each comes from, and do nothing else."
  )
  var printConfig = false

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
    let userThemes = UserThemes(environment: environment)
    let catalog = userThemes.catalog()
    let reading = try config.reading(themes: catalog, environment: environment)
    let configuration = reading.configuration
    var faults = SettingsFaults()
    faults.add(reading.faults)
    let terminal = terminalConfiguration(configuration)
    let settings = FrontSettings(
      themes: try themes(catalog, configuration, colors: environment["COLORFGBG"], &faults),
      userThemes: userThemes, terminal: terminal,
      clipboard: try clipboard(configuration, environment),
      rater: try rater.name(configured: configuration.rater, environment: environment),
      keymap: Keymap(configuration.keys),
      breakInterval: (breakReminder ?? configuration.breakReminder).map { .seconds(60 * $0) },
      escapeDelay: EscapeDelay.chosen(environment),
      faults: faults)
    if needsScreen { try TerminalSession.check(terminal) }
    return settings
  }

  /// The file's is read already.
  private func clipboard(
    _ configuration: Configuration, _ environment: [String: String]
  ) throws -> ClipboardCommand? {
    guard let command = clipboardCommand ?? configuration.clipboard else { return nil }
    do {
      return ClipboardCommand(try CommandWords(command, environment: environment))
    } catch {
      throw CommandFailure(.usage, "--clipboard-cmd: \(error)")
    }
  }

  private func terminalConfiguration(_ configuration: Configuration) -> TerminalConfiguration {
    TerminalConfiguration(
      color: color ?? configuration.color ?? .auto,
      setsTitle: !noTitle && configuration.setsTitle ?? true,
      usesMouse: !noMouse && configuration.usesMouse ?? true,
      synchronizes: configuration.synchronizes ?? true,
      asksBackground: (theme ?? configuration.theme ?? .auto) == .auto
        && (background ?? configuration.background) == nil)
  }

  /// A theme that its user broke gives way to the one that comes with Podium; a name that there is not is a mistake.
  private func themes(
    _ catalog: ThemeCatalog, _ configuration: Configuration, colors: String?, _ faults: inout SettingsFaults
  ) throws -> ThemeSelection {
    let choice = theme ?? configuration.theme ?? .auto
    let told = background ?? configuration.background
    let shade = told ?? Background(colors: colors)
    let follows = choice == .auto && told == nil
    let name = choice.name(background: shade)
    do {
      let current = try catalog.theme(named: name)
      return ThemeSelection(catalog: catalog, current: current, followsBackground: follows)
    } catch {
      guard catalog.names.contains(name) else { throw error }
      faults.add(error.faults)
      let standard = try ThemeCatalog.builtIn.theme(named: ThemeChoice.auto.name(background: shade))
      return ThemeSelection(
        catalog: catalog, current: standard, wanted: name, followsBackground: follows)
    }
  }
}

extension FrontOptions {
  /// What is in force, for `--print-config`.
  func effectiveSettings(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> (EffectiveSettings, SettingsFaults) {
    let reading = try config.reading(
      themes: UserThemes(environment: environment).catalog(), environment: environment)
    var faults = SettingsFaults()
    faults.add(reading.faults)
    let file = config.file(environment: environment).flatMap { $0.exists ? $0.path : nil }
    var settings = EffectiveSettings(reading, file: file)
    if let name = environment["PODIUM_RATER"], !name.isEmpty {
      settings.set(.rater, to: TOMLText.quoted(name), from: .variable("PODIUM_RATER"))
    }
    func set(_ setting: Setting, _ text: String?, _ option: String) {
      if let text { settings.set(setting, to: text, from: .option(option)) }
    }
    set(.theme, theme.map { TOMLText.quoted($0.argument) }, "--theme")
    set(.color, color.map { TOMLText.quoted($0.rawValue) }, "--color")
    set(.background, background.map { TOMLText.quoted($0.rawValue) }, "--background")
    set(.rater, rater.rater.map(TOMLText.quoted), "--rater")
    set(.title, noTitle ? "false" : nil, "--no-title")
    set(.mouse, noMouse ? "false" : nil, "--no-mouse")
    set(.clipboard, clipboardCommand.map(TOMLText.quoted), "--clipboard-cmd")
    set(.breakReminder, breakReminder.map { "\($0)" }, "--break-reminder")
    return (settings, faults)
  }

  func printSettings() throws {
    let (settings, faults) = try effectiveSettings()
    faults.tell()
    try Console.standard.printText(settings.toml)
    if !faults.isEmpty { throw ExitStatus.findings.exitCode }
  }
}

extension ColorChoice: ExpressibleByArgument {}

extension Background: ExpressibleByArgument {}

extension ThemeChoice: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}
