import Preference
import Terminal

/// What keys mean.
package struct Keymap: Equatable, Sendable {
  package enum Meaning: Equatable, Sendable {
    case request(CommandRequest)
    /// They begin something: more keys may follow.
    case beginning
    case nothing
  }

  package let bindings: KeyBindings
  /// For texts that are written.
  let editor: EditorKeymap
  private let commands: [KeySequence: Command]
  private let beginnings: Set<KeySequence>
  private let digitCommand: Command?

  package init(_ bindings: KeyBindings = KeyBindings()) {
    self.bindings = bindings
    editor = EditorKeymap(bindings.editor)
    var commands: [KeySequence: Command] = [:]
    for command in CommandTable.definitions.map(\.command) {
      for case .keys(let sequence) in bindings[command] where commands[sequence] == nil {
        commands[sequence] = command
      }
    }
    self.commands = commands
    beginnings = Set(
      commands.keys.flatMap { sequence in
        sequence.keys.indices.dropFirst().compactMap { KeySequence(sequence.keys.prefix($0)) }
      })
    digitCommand = CommandTable.definitions.map(\.command).first { bindings[$0].contains(.digit) }
  }

  /// What the keys, pressed one after the other, mean while that many runs are compared. A lower-case letter that names one
  /// of the runs always means that run, so a command whose letter is taken needs its other key.
  package func meaning(of keys: KeySequence, runCount: Int) -> Meaning {
    if keys.rest.isEmpty, let run = run(named: keys.first, among: runCount, isLowercase: true) { return run }
    if let command = commands[keys] { return .request(CommandRequest(command)) }
    if beginnings.contains(keys) { return .beginning }
    return keys.rest.isEmpty ? fallback(for: keys.first, runCount: runCount) : .nothing
  }

  /// With caps lock on, letters still rank, unless the capital is bound to a command.
  private func fallback(for key: Key, runCount: Int) -> Meaning {
    if let digit = key.digit, let digitCommand {
      return .request(CommandRequest(digitCommand, argument: digit - 1))
    }
    return run(named: key, among: runCount, isLowercase: false) ?? .nothing
  }

  private func run(named key: Key, among count: Int, isLowercase: Bool) -> Meaning? {
    guard case .character(let scalar) = key.code, key.modifiers.isEmpty,
      let column = RunLabel.column(ofLetter: scalar), column < count,
      scalar.properties.isLowercase == isLowercase
    else { return nil }
    return .request(CommandRequest(.chooseRun, argument: column))
  }
}

extension Keymap {
  /// The key to show for a command while that many runs are compared: the first that is not taken by a run.
  package func shownKey(for command: Command, runCount: Int) -> KeyPattern? {
    bindings[command].first { pattern in
      guard case .keys(let sequence) = pattern else { return true }
      return run(named: sequence.first, among: runCount, isLowercase: true) == nil
    }
  }

  /// The key to name in a sentence, or how to get there without one.
  func words(for command: Command, runCount: Int = 0) -> String {
    if let key = shownKey(for: command, runCount: runCount) { return key.text }
    return "'\(CommandTable.definition(of: command)?.title ?? command.rawValue)' in the list of keys"
  }

  /// What may follow those keys: the keys left to press, and what they ask for, in the order of the command table.
  package func continuations(of keys: KeySequence) -> [(keys: KeySequence, command: Command)] {
    CommandTable.definitions.map(\.command).flatMap { command in
      bindings[command].compactMap { pattern in
        guard case .keys(let sequence) = pattern, sequence.keys.starts(with: keys.keys),
          let rest = KeySequence(sequence.keys.dropFirst(keys.keys.count))
        else { return nil }
        return (rest, command)
      }
    }
  }
}

/// A command with its argument: the column for `choose-run` and `focus-number`.
package struct CommandRequest: Equatable, Sendable {
  package let command: Command
  package let argument: Int

  package init(_ command: Command, argument: Int = 0) {
    self.command = command
    self.argument = argument
  }
}
