import ArgumentParser
import Foundation

@main
struct Podium: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "podium",
    abstract: "Compare model outputs side by side and send LangSmith what you prefer.",
    discussion: ExitStatus.legend,
    version: version,
    subcommands: [
      DemoCommand.self, LabelCommand.self, ImportCommand.self, ExportCommand.self, StatusCommand.self,
      SubmitCommand.self, FeedbackCommand.self, DoctorCommand.self, ThemesCommand.self,
    ])

  /// Commands run on the main thread: the terminal is theirs, and the pool's threads are free for delivery.
  @MainActor static func main() async {
    StandardStreams.prepare()
    do {
      var command = try await asyncParseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      Foundation.exit(report(error).rawValue)
    }
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
      try? Console.standard.write(Array((fullMessage(for: error) + "\n").utf8))
      return .done
    case .validationFailure:
      Console.standard.note(fullMessage(for: error))
      return .usage
    default:
      let failure = CommandFailure(error)
      Console.standard.note("podium: \(failure.message)")
      return failure.status
    }
  }
}
