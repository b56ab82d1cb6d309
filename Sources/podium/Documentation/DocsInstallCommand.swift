import ArgumentParser
import FeedbackSubmission
import Foundation

struct DocsInstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Install the man page and the completions of bash, zsh and fish.",
    discussion: """
      Writes below $XDG_DATA_HOME (~/.local/share), or below PREFIX/share, and prints what it wrote. bash-completion, fish \
      and man look there by themselves; zsh needs the folder in fpath before compinit.

      Example:
        podium docs install
        sudo podium docs install --prefix /usr/local
      """)

  @Option(
    help: ArgumentHelp("Install for all, below share there.", valueName: "folder"), completion: .directory)
  var prefix: String?

  func run() throws {
    let console = Console.standard
    let folder = try dataFolder(environment: ProcessInfo.processInfo.environment)
    for file in try DocumentationFile.all() {
      let path = folder + "/" + file.path
      try write(file.text, to: path)
      try console.printLine(path)
    }
    console.note("zsh: put fpath+=(\(folder)/zsh/site-functions) before compinit in ~/.zshrc")
  }

  private func dataFolder(environment: [String: String]) throws -> String {
    if let prefix { return FilePath.path(of: "share", in: prefix) }
    let folders = [environment["XDG_DATA_HOME"], environment["HOME"].map { $0 + "/.local/share" }]
    // What is not an absolute path is to be ignored, says the XDG specification.
    if let folder = folders.compactMap({ $0 }).first(where: { $0.hasPrefix("/") }) { return folder }
    throw CommandFailure(.usage, "neither XDG_DATA_HOME nor HOME is set: say where with --prefix FOLDER")
  }

  private func write(_ text: String, to path: String) throws {
    let folder = FilePath.folder(of: path)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(.usage, "\(folder): cannot be made; install elsewhere with --prefix FOLDER")
    }
    let file = try OutputFile(path: path, replacesExisting: true)
    try file.write(Array(text.utf8))
    try file.commit()
    // Everybody reads what is installed for all.
    chmod(path, 0o644)
  }
}
