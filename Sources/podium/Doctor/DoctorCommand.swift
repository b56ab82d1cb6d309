import ArgumentParser
import Foundation
import LangSmith
import PreferenceStore
import StrictJSON

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look whether everything is in place, and say what to do.",
    discussion: """
      Looks at the terminal, config.toml, LangSmith's settings, proxies and certificates, the server and, if one is named, a workspace. \
      Asks the server one question and changes nothing. Keys and passwords are masked.

      Example:
        podium doctor runs.podium

      Exit status: 0 no problem, 1 at least one, 2 no such workspace, 3 the file is no workspace or damaged.
      """)

  @Argument(help: "A workspace to look at, or the input it was made from.", completion: .file())
  var workspace: String?

  @OptionGroup
  var config: ConfigurationOption

  @OptionGroup
  var connection: ConnectionOptions

  @Flag(help: "Print what was found as JSON.")
  var json = false

  func run() async throws {
    let console = Console.standard
    let environment = ProcessInfo.processInfo.environment
    let (kept, failure) = workspaceFindings(console)
    let settings = try SettingsFileCheckup(environment: environment, config: config).findings()
    let findings =
      TerminalCheckup(environment: environment).findings() + settings + (await langSmith(environment)) + kept
    if json {
      try console.printJSON(.array(findings.map(\.json)))
    } else {
      for line in findings.flatMap(\.lines) { try console.printLine(line) }
    }
    if let failure { throw failure.status.exitCode }
    if findings.contains(where: { $0.weight == .problem }) { throw ExitStatus.findings.exitCode }
  }

  private func langSmith(_ environment: [String: String]) async -> [Finding] {
    do {
      let settings = try LangSmithSettings(allowsPlainHTTP: connection.allowHTTP)
      let checkup = SettingsCheckup(settings: settings, environment: environment)
      return checkup.findings() + ServerCheckup(probe: await EndpointProbe.ask(settings)).findings()
    } catch LangSmithSettingsError.plainHTTP(let host) {
      return [
        .problem(
          "endpoint", "\(LangSmithSettingsError.plainHTTP(host: host))",
          advice: "use https, or say --allow-http with every command that connects")
      ]
    } catch {
      return [.problem("endpoint", "\(error)", advice: "nothing is sent until this is mended")]
    }
  }

  /// A workspace that cannot be opened is a finding among others, and decides how the command ends.
  private func workspaceFindings(_ console: Console) -> ([Finding], CommandFailure?) {
    guard let workspace else { return ([], nil) }
    do {
      let opened = try WorkspaceAccess(console: console).open(WorkspaceLocation(of: workspace))
      defer { opened.close() }
      return (try WorkspaceCheckup(workspace: opened).findings(), nil)
    } catch {
      let failure = CommandFailure(error)
      let advice =
        failure.status == .badData
        ? "go back to the newest copy that is whole" : "look at the file's name and at its permissions"
      return ([.problem("workspace", failure.message, advice: advice)], failure)
    }
  }
}
