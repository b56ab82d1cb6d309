/// What is wrong with a theme file, and where.
package struct ThemeFault: Equatable, Sendable {
  package enum Problem: Equatable, Sendable {
    /// The file is there, its text is not to be had.
    case unreadable(String)
    /// Not TOML.
    case syntax(String)
    case unknownKey(nearest: String?)
    case unknownRole(nearest: String?)
    case unknownColor(String, nearest: String?)
    case unknownModifier(String, nearest: String?)
    /// Something else belongs there.
    case expected(String)
    /// The theme to inherit from does not exist.
    case unknownTheme(String, nearest: String?)
    /// The theme inherits from itself, by way of these.
    case circle([String])
  }

  package let file: String
  package let line: Int?
  /// The keys that lead to the place, outermost first.
  package let path: [String]
  package let problem: Problem
}

extension ThemeFault: CustomStringConvertible {
  package var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    let key = path.map { $0.contains(".") ? "\"\($0)\"" : $0 }.joined(separator: ".")
    return key.isEmpty ? "\(place): \(problem)" : "\(place): \(key): \(problem)"
  }
}

extension ThemeFault.Problem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let reason): "it cannot be read: \(reason)"
    case .syntax(let message): "not valid TOML: \(message)"
    case .unknownKey(let nearest): "there is no such key" + suggestion(nearest)
    case .unknownRole(let nearest):
      "there is no such role" + suggestion(nearest)
        + (nearest == nil ? "; a name with a dot needs quotes: \"run.1\"" : "")
    case .unknownColor(let name, let nearest):
      """
      '\(name)' is no color\(suggestion(nearest)): write \"#rrggbb\", a name from [palette], an ANSI name such as \
      \"bright-blue\", \"default\", or a number from 0 to 255
      """
    case .unknownModifier(let name, let nearest):
      "'\(name)' is no modifier\(suggestion(nearest)): use \(ThemeModifier.names.joined(separator: ", "))"
    case .expected(let what): "expected \(what)"
    case .unknownTheme(let name, let nearest): "there is no theme '\(name)'\(suggestion(nearest))"
    case .circle(let names): "a theme cannot inherit from itself: \(names.joined(separator: " → "))"
    }
  }

  private func suggestion(_ nearest: String?) -> String {
    nearest.map { "; did you mean '\($0)'?" } ?? ""
  }
}
