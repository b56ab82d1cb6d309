import ArgumentParser
import LangSmith

/// How LangSmith is reached, beyond what the environment says.
struct ConnectionOptions: ParsableArguments {
  @Flag(help: "Send the key also where the connection is not encrypted.")
  var allowHTTP = false

  /// What the environment says.
  ///
  /// - Throws: `CommandFailure` if nobody is named who asks, `LangSmithSettingsError`.
  func settings() throws -> LangSmithSettings {
    let settings = try LangSmithSettings(allowsPlainHTTP: allowHTTP)
    guard settings.canConnect else {
      throw CommandFailure(
        .usage, "LANGSMITH_API_KEY is not set: set it to a key from LangSmith's settings page")
    }
    return settings
  }
}
