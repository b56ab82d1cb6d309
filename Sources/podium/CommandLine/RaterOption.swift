import ArgumentParser
import Foundation

/// Who judges.
struct RaterOption: ParsableArguments {
  @Option(help: "Who judges. Without it, $PODIUM_RATER, else what config.toml says, else your login name.")
  var rater: String?

  func validate() throws {
    if let rater, !rater.contains(where: { !$0.isWhitespace }) {
      throw ValidationError("--rater: expected a name, such as --rater ada")
    }
  }

  func name(
    configured: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> String {
    for name in [rater, environment["PODIUM_RATER"], configured, LoginName.current] {
      if let name, name.contains(where: { !$0.isWhitespace }) { return name }
    }
    throw CommandFailure(.usage, "you have no login name: say who judges with --rater NAME")
  }
}
