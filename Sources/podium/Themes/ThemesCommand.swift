import ArgumentParser

struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List, show and check the themes.",
    discussion: """
      Your own are read from $XDG_CONFIG_HOME/podium/themes, a file NAME.toml each; one with the name of a theme that comes \
      with Podium takes its place. A theme that inherits has to say no more than what is different:

        inherits = "default-dark"
        [palette]
        run1 = "#ffd700"

      Example:
        podium themes preview nord
        podium themes lint ~/.config/podium/themes/mine.toml
      """,
    subcommands: [ThemesListCommand.self, ThemesPreviewCommand.self, ThemesLintCommand.self],
    defaultSubcommand: ThemesListCommand.self)
}
