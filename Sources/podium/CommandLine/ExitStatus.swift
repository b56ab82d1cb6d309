import ArgumentParser

/// What the program tells the shell when it ends.
enum ExitStatus: Int32 {
  case done = 0
  /// Work is left, or something was found that a person should look at.
  case findings = 1
  /// The command line or the machine does not allow it.
  case usage = 2
  /// What was to be read is not as it must be.
  case badData = 3
  /// The server refused.
  case refused = 4

  /// For `throw`, when everything that is to be said has been said.
  var exitCode: ExitCode { ExitCode(rawValue) }

  /// A line for the help of commands that end in more ways than one.
  static let legend =
    "Exit status: 0 done, 1 work left or findings, 2 usage or environment, 3 bad data, 4 server refused."
}
