/// One row of the command table.
package struct CommandDefinition: Sendable {
  package enum Section: String, CaseIterable, Sendable {
    case judging = "Judging"
    case writing = "Writing"
    case moving = "Moving between comparisons"
    case reading = "Reading"
    case program = "Podium"
  }

  package let command: Command
  package let section: Section
  /// Those of the default preset; what is in force stands in `KeyBindings`.
  package let keys: [KeyPattern]
  /// Two words or so, for the hint bar.
  package let title: String
  /// One sentence, for the help screen and the README.
  package let help: String
}
