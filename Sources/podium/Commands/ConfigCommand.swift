import ArgumentParser

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print the settings that are in force.",
    discussion: """
      Prints a config.toml with every setting: how it comes in a comment, and below that what was set, with where. What is \
      wrong in your file is told on standard error and left out. What label --print-config prints takes that command's \
      options in, too.

      Example:
        podium config
        podium config --config other.toml > ~/.config/podium/config.toml

      Exit status: 0 done, 1 something in the file is wrong, 2 there is no such file.
      """)

  @OptionGroup var config: ConfigurationOption

  func run() throws {
    try FrontOptions.parse(config.path.map { ["--config", $0] } ?? []).printSettings()
  }
}
