import ArgumentParser
import Foundation
import LabelingUI

/// Which settings hold.
struct ConfigurationOption: ParsableArguments {
  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "Settings to use in place of $XDG_CONFIG_HOME/podium/config.toml.", valueName: "file"),
    completion: .file())
  var path: String?

  /// `nil` where nobody could say where it would be.
  func file(environment: [String: String] = ProcessInfo.processInfo.environment) -> ConfigurationFile? {
    path.map(ConfigurationFile.init(named:)) ?? ConfigurationFile(environment: environment)
  }

  /// As much of it as can be used: a mistake in it is no reason not to start.
  func reading(
    themes: ThemeCatalog, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> ConfigurationReading {
    try file(environment: environment)?.reading(themes: themes) ?? ConfigurationReading()
  }

  /// All of it, for commands that do nothing else than show what it says.
  func faultless(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> Configuration
  {
    do {
      return try reading(themes: UserThemes(environment: environment).catalog(), environment: environment)
        .faultless()
    } catch let error as InvalidConfiguration {
      throw CommandFailure(.usage, "\(error)\nmend this, or move the file away")
    }
  }
}
