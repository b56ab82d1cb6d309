import Terminal

/// Which key asks for which command.
package struct Keymap: Equatable, Sendable {
  private let commands: [Key: Command]

  package init(_ definitions: [CommandDefinition] = CommandTable.definitions) {
    var commands: [Key: Command] = [:]
    for definition in definitions {
      for case .key(let key) in definition.keys where commands[key] == nil {
        commands[key] = definition.command
      }
    }
    self.commands = commands
  }

  /// What the key asks for while that many runs are compared. A lower-case letter that names one of them always means that
  /// run, so a command whose letter is taken needs its other key.
  package func request(for key: Key, runCount: Int) -> CommandRequest? {
    if case .character(let scalar) = key.code, key.modifiers.isEmpty {
      if let column = RunLabel.column(ofLetter: scalar), column < runCount, scalar.properties.isLowercase {
        return CommandRequest(.chooseRun, argument: column)
      }
      if let digit = scalar.properties.numericValue, (0x30...0x39).contains(scalar.value) {
        return CommandRequest(.focusNumber, argument: Int(digit))
      }
    }
    if let command = commands[key] { return CommandRequest(command) }
    return capitalLetterRequest(for: key, runCount: runCount)
  }

  /// With caps lock on, letters still rank, unless the capital is bound to a command.
  private func capitalLetterRequest(for key: Key, runCount: Int) -> CommandRequest? {
    guard case .character(let scalar) = key.code, key.modifiers.isEmpty,
      let column = RunLabel.column(ofLetter: scalar), column < runCount
    else { return nil }
    return CommandRequest(.chooseRun, argument: column)
  }

  /// The key to show for a command while that many runs are compared: the first that is not taken by a run.
  package func shownKey(for definition: CommandDefinition, runCount: Int) -> KeyPattern? {
    definition.keys.first { pattern in
      guard case .key(let key) = pattern else { return true }
      return request(for: key, runCount: runCount)?.command == definition.command
    }
  }
}

/// A command with its argument: the column for `choose-run`, the digit for `focus-number`.
package struct CommandRequest: Equatable, Sendable {
  package let command: Command
  package let argument: Int

  package init(_ command: Command, argument: Int = 0) {
    self.command = command
    self.argument = argument
  }
}
