import ArgumentParser
import Foundation

@main
struct Podium: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "podium",
    abstract: "Compare model outputs side by side and send LangSmith what you prefer.",
    discussion: ExitStatus.legend,
    version: version,
    subcommands: [
      DemoCommand.self, LabelCommand.self, ImportCommand.self, PullCommand.self, ExportCommand.self,
      DraftsCommand.self, StatusCommand.self, SubmitCommand.self, VerifyCommand.self, OutboxCommand.self,
      FeedbackCommand.self,
      DoctorCommand.self, ThemesCommand.self, KeysCommand.self, ConfigCommand.self, DocsCommand.self,
    ])

  /// Commands with a screen run on the main thread, so that signals which the terminal sends meet the thread that owns it;
  /// the others run in the pool. (An asynchronous `main` would leave the main thread asleep.)
  static func main() {
    StandardStreams.prepare()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let topic = try? CommandSuggestion.unknownTopic(in: arguments) {
      Console.standard.note("podium: \(topic.sentence)")
      Foundation.exit(ExitStatus.usage.rawValue)
    }
    do {
      var command = try parseAsRoot()
      if command is any AsyncParsableCommand { runInPool() }
      try command.run()
    } catch {
      Foundation.exit(report(error).rawValue)
    }
  }

  private static func show(_ help: HelpText) -> ExitStatus {
    do {
      try Pager(.standard).print(help.text)
      return .done
    } catch {
      return report(error)
    }
  }

  private static func runInPool() -> Never {
    Task {
      do {
        if var command = try parseAsRoot() as? any AsyncParsableCommand { try await command.run() }
        Foundation.exit(ExitStatus.done.rawValue)
      } catch {
        Foundation.exit(report(error).rawValue)
      }
    }
    dispatchMain()
  }

  /// Says what the error means, and returns what the shell is to be told.
  private static func report(_ error: any Error) -> ExitStatus {
    switch error {
    case is Console.OutputClosed: return .done
    case let code as ExitCode: return ExitStatus(rawValue: code.rawValue) ?? .usage
    default: break
    }
    // Requests for help come as errors, and mistakes on the command line have their usage beside them.
    switch exitCode(for: error) {
    case .success:
      return show(HelpText(fullMessage(for: error) + "\n"))
    case .validationFailure:
      let message = HelpText(fullMessage(for: error)).text
      let arguments = Array(CommandLine.arguments.dropFirst())
      let suggestion = (try? CommandReference.podium()).flatMap { CommandSuggestion(for: arguments, in: $0) }
      Console.standard.note(suggestion?.completing(message) ?? message)
      return .usage
    default:
      let failure = CommandFailure(error)
      Console.standard.note("podium: \(failure.message)")
      return failure.status
    }
  }
}
