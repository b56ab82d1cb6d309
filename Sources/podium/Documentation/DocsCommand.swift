import ArgumentParser

struct DocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "Print or install the man page and the completions of shells.",
    discussion: """
      Example:
        podium docs install
        podium docs completions bash
      """,
    subcommands: [DocsInstallCommand.self, DocsManCommand.self, DocsCompletionsCommand.self])
}

struct DocsManCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man",
    abstract: "Print the man page.",
    discussion: """
      Example:
        podium docs man | man -l -
      """)

  func run() throws {
    try Console.standard.write(Array(ManualPage(try .podium()).text.utf8))
  }
}

struct DocsCompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print the script that completes podium's words in a shell.",
    discussion: """
      Example:
        source <(podium docs completions bash)
      """)

  @Argument(help: "bash, zsh or fish.")
  var shell: CompletionShell

  func run() throws {
    try Console.standard.write(Array((Podium.completionScript(for: shell) + "\n").utf8))
  }
}

extension CompletionShell: @retroactive ExpressibleByArgument {}
