/// What is wrong with the settings, and where.
package struct ConfigurationFault: Equatable, Sendable {
  package enum Problem: Equatable, Sendable {
    /// There is a file, and no text.
    case unreadable(String)
    /// Not TOML.
    case syntax(String)
    case unknownKey(nearest: String?)
    /// Something else belongs there.
    case expected(String)
    case unknownTheme(String, nearest: String?)
    case unknownPreset(String, nearest: String?)
    case unknownCommand(nearest: String?)
    case key(KeyNotation.Fault)
    /// The letters of runs and the digits, where they cannot stand.
    case misplaced(String, among: [Command])
    case lettersAreFixed
    case indispensable(Command)
    /// - Parameters:
    ///   - owner: where the other command has its key from.
    ///   - remedy: what the other command would have left.
    case conflict(KeyConflict, owner: Owner, remedy: [KeyPattern])
    /// Two commands of the editor.
    case editorConflict(EditorKeyBindings.Conflict)
    case hiddenByRuns(Command, KeyPattern, remedy: [KeyPattern])
  }

  package enum Owner: Equatable, Sendable {
    case line(Int)
    case preset(KeyPreset)
  }

  package let file: String
  package let line: Int?
  /// The keys that lead to the place, outermost first.
  package let path: [String]
  package let problem: Problem

  package init(file: String, line: Int?, path: [String], problem: Problem) {
    self.file = file
    self.line = line
    self.path = path
    self.problem = problem
  }
}

/// Settings that cannot be used, with everything that is wrong with them.
package struct InvalidConfiguration: Error, Equatable, Sendable {
  package let faults: [ConfigurationFault]
}

extension InvalidConfiguration: CustomStringConvertible {
  package var description: String { faults.map(String.init(describing:)).joined(separator: "\n") }
}
