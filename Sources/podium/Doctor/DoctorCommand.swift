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
      Looks at the terminal, LangSmith's settings, the server and, if one is named, a workspace. Asks the server one question \
      and changes nothing. Keys are masked.

      Example:
        podium doctor runs.podium

      Exit status: 0 no problem, 1 at least one, 2 usage or environment, 3 the file is no workspace or damaged.
      """)

  @Argument(help: "A workspace to look at, or the input it was made from.", completion: .file())
  var workspace: String?

  @Flag(help: ArgumentHelp("Take an endpoint without TLS that is not on this machine."))
  var allowHttp = false

  @Flag(help: "Print what was found as JSON.")
  var json = false

  func run() async throws {
    let console = Console.standard
    let settings = SettingsFileCheckup(environment: ProcessInfo.processInfo.environment).findings()
    let findings =
      TerminalCheckup().findings() + settings + (await langSmith()) + (try workspaceFindings(console))
    if json {
      try console.printLine(JSONValue.array(findings.map(\.json)).text())
    } else {
      for line in findings.flatMap(\.lines) { try console.printLine(line) }
    }
    if findings.contains(where: { $0.weight == .problem }) { throw ExitStatus.findings.exitCode }
  }

  private func langSmith() async -> [Finding] {
    do {
      let settings = try LangSmithSettings(allowsPlainHTTP: allowHttp)
      let checkup = SettingsCheckup(settings: settings, environment: ProcessInfo.processInfo.environment)
      return checkup.findings() + ServerCheckup(probe: await EndpointProbe.ask(settings)).findings()
    } catch {
      return [.problem("endpoint", "\(error)", advice: "nothing is sent until this is mended")]
    }
  }

  private func workspaceFindings(_ console: Console) throws -> [Finding] {
    guard let workspace else { return [] }
    let opened = try WorkspaceAccess(console: console).open(WorkspaceLocation(of: workspace))
    defer { opened.close() }
    return try WorkspaceCheckup(workspace: opened).findings()
  }
}
