import LabelingUI

/// podium(1), from the definitions of the commands, the keys and the exit statuses.
struct ManualPage {
  private let reference: CommandReference
  private var page = RoffText()

  init(_ reference: CommandReference) {
    self.reference = reference
    name()
    synopsis()
    for command in reference.shownSubcommands { describe(command, after: [reference.commandName]) }
    keys()
    environment()
    files()
    exitStatus()
  }

  var text: String { page.text }

  private mutating func name() {
    page.raw(".TH PODIUM 1 \"\" \"podium \(Podium.version)\" \"Podium\"")
    page.macro("SH", "NAME")
    page.raw("podium \\- \(RoffText.escaping(reference.abstract ?? ""))")
  }

  private mutating func synopsis() {
    page.macro("SH", "SYNOPSIS")
    for command in reference.shownSubcommands {
      page.raw(".br")
      page.raw("\\fBpodium \(RoffText.escaping(command.commandName))\\fR ...")
    }
    page.macro("SH", "DESCRIPTION")
    page.discussion(reference.discussion ?? "")
    page.raw(".PP")
    page.prose("Every command has --help. --version prints the version.")
    page.macro("SH", "COMMANDS")
  }

  private mutating func describe(_ command: CommandReference, after names: [String]) {
    let path = names + [command.commandName]
    page.macro("SS", path.joined(separator: " "))
    let arguments = command.shownArguments
    let words = path.joined(separator: " ") + " " + arguments.map(\.synopsis).joined(separator: " ")
    page.raw("\\fB\(RoffText.escaping(words))\\fR")
    page.raw(".PP")
    page.prose(command.abstract ?? "")
    if let discussion = command.discussion {
      page.raw(".PP")
      page.discussion(discussion)
    }
    for argument in arguments { page.item(argument.heading, Self.body(of: argument)) }
    for subcommand in command.shownSubcommands { describe(subcommand, after: path) }
  }

  private static func body(of argument: CommandReference.Argument) -> [String] {
    let standard = argument.defaultValue.map { "Without it: \($0)." }
    return [argument.abstract, argument.discussion, standard].compactMap { $0 }.filter { !$0.isEmpty }
  }

  private mutating func keys() {
    page.macro("SH", "KEYS")
    page.prose("As they come; podium keys prints those in force.")
    let bindings = KeyBindings()
    for section in CommandDefinition.Section.allCases {
      page.macro("SS", section.rawValue)
      for definition in CommandTable.definitions where definition.section == section {
        page.item(bindings.text(of: definition.command), [definition.help])
      }
    }
    for section in EditorCommandDefinition.Section.allCases {
      page.macro("SS", "\(section.rawValue), in the editor")
      for definition in EditorCommandTable.definitions where definition.section == section {
        page.item(bindings.editor.text(of: definition.command), [definition.help])
      }
    }
  }

  private mutating func environment() {
    page.macro("SH", "ENVIRONMENT")
    for (name, words) in Self.variables { page.item(name, [words]) }
  }

  private mutating func files() {
    page.macro("SH", "FILES")
    for (name, words) in Self.paths { page.item(name, [words]) }
  }

  private mutating func exitStatus() {
    page.macro("SH", "EXIT STATUS")
    for (status, words) in Self.statuses { page.item(status, [words]) }
  }

  private static let statuses = [
    ("0", "Done; of label: every comparison is judged."),
    ("1", "Work is left, or something was found that a person should look at."),
    ("2", "Usage or environment: an option that there is not, no terminal, a file that cannot be opened."),
    ("3", "Bad data: what was to be read is not as it must be."),
    ("4", "The server refused."),
    ("129, 130, 131, 143", "SIGHUP, SIGINT, SIGQUIT or SIGTERM ended it."),
  ]

  private static let variables = [
    (
      "LANGSMITH_API_KEY, LANGSMITH_ENDPOINT, LANGSMITH_WORKSPACE_ID, LANGSMITH_PROFILE",
      "Where feedback goes, and as whom, as LangSmith's SDK reads them."
    ),
    ("PODIUM_RATER", "Who judges."),
    (
      "VISUAL, EDITOR",
      "The editor for corrections and comments: a program and its arguments, quoted as for a shell; none runs."
    ),
    ("ESCDELAY", "How many milliseconds an ESC waits for the rest of a key, 1 to 1000; 25 without it."),
    ("NO_COLOR", "If set, no colors, unless --color or config.toml asks for them."),
    ("COLORFGBG", "Tells --theme auto whether the terminal is light, until the terminal does."),
    (
      "PAGER",
      "If set, shows help that is longer than the screen: a program and its arguments, quoted as for a shell; none runs."
    ),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "Where files stand that are nobody's campaign."),
  ]

  private static let paths = [
    ("NAME.podium", "A workspace: campaign, judgments and what waits to be delivered, beside the input."),
    (
      "$XDG_CONFIG_HOME/podium/config.toml",
      "Theme, colors, rater and keys; see podium config and podium keys."
    ),
    ("$XDG_STATE_HOME/podium", "The outbox of podium feedback."),
  ]
}
