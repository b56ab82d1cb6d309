import Preference
import TOMLKit
import Terminal

/// Reads settings and gathers everything that is wrong with them. What is wrong is as if it were not there.
struct ConfigurationReader {
  private static let keysTable = "keys"
  private static let keys = Setting.allCases.map(\.rawValue) + [keysTable]
  static var settings: String {
    Setting.allCases.map(\.rawValue).joined(separator: ", ") + " and the table [keys]"
  }

  let lines: TOMLLines
  private(set) var faults: [ConfigurationFault] = []
  private let path: String
  private let text: String
  private let themes: [String]

  init(path: String, text: String, themes: [String]) {
    self.path = path
    self.text = text
    self.themes = themes
    lines = TOMLLines(text)
  }

  mutating func read() -> Configuration {
    var configuration = Configuration()
    for (key, value) in parse() { read(value, of: key, into: &configuration) }
    return configuration
  }

  private mutating func parse() -> TOMLTable {
    do {
      return try TOMLDocument.table(text)
    } catch {
      faults.append(
        ConfigurationFault(file: path, line: error.line, path: [], problem: .syntax(error.message)))
      return table(before: error.line) ?? TOMLTable()
    }
  }

  /// What stands above a line means what it says, whatever comes below.
  private func table(before line: Int) -> TOMLTable? {
    let above = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).prefix(line - 1)
    return try? TOMLDocument.table(above.map { String($0) + "\n" }.joined())
  }

  private mutating func read(
    _ value: any TOMLValueConvertible, of key: String, into configuration: inout Configuration
  ) {
    if key == Self.keysTable {
      configuration.keys = keyBindings(value)
      return
    }
    switch Setting(rawValue: key) {
    case .theme: configuration.theme = theme(value)
    case .color: configuration.color = choice(value, of: .color)
    case .background: configuration.background = choice(value, of: .background)
    case .rater: configuration.rater = rater(value)
    case .title: configuration.setsTitle = truth(value, of: .title, "to leave the terminal's title alone")
    case .mouse: configuration.usesMouse = truth(value, of: .mouse, "to leave the mouse to the terminal")
    case .synchronized:
      configuration.synchronizes = truth(value, of: .synchronized, "to never ask the terminal for it")
    case .clipboard: configuration.clipboard = clipboard(value)
    case .breakReminder: configuration.breakReminder = minutes(value)
    case nil: report(.unknownKey(nearest: NearestName(of: key, among: Self.keys)?.name), at: [key])
    }
  }

  private mutating func report(_ problem: ConfigurationFault.Problem, at keys: [String]) {
    faults.append(
      ConfigurationFault(file: path, line: lines.line(of: keys), path: keys, problem: problem))
  }
}

// MARK: - Kinds of values

extension ConfigurationReader {
  private mutating func theme(_ value: any TOMLValueConvertible) -> ThemeChoice? {
    guard let name = value.string else {
      report(.expected("the name of a theme, or \"auto\""), at: ["theme"])
      return nil
    }
    if case .named = ThemeChoice(name), !themes.contains(name) {
      report(.unknownTheme(name, nearest: NearestName(of: name, among: themes)?.name), at: ["theme"])
      return nil
    }
    return ThemeChoice(name)
  }

  private mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ value: any TOMLValueConvertible, of setting: Setting
  ) -> Choice? {
    if let choice = value.string.flatMap(Choice.init(rawValue:)) { return choice }
    let choices = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    report(.expected("one of \(choices)"), at: [setting.rawValue])
    return nil
  }

  private mutating func rater(_ value: any TOMLValueConvertible) -> String? {
    if let name = value.string, name.contains(where: { !$0.isWhitespace }) { return name }
    report(.expected("a name"), at: ["rater"])
    return nil
  }

  private mutating func truth(
    _ value: any TOMLValueConvertible, of setting: Setting, _ purpose: String
  ) -> Bool? {
    if let isSo = value.bool { return isSo }
    report(.expected("true, or false \(purpose)"), at: [setting.rawValue])
    return nil
  }

  private mutating func clipboard(_ value: any TOMLValueConvertible) -> String? {
    if let command = value.string, command.contains(where: { $0 != " " }) {
      do {
        // What its variables stand for is of no matter here.
        _ = try CommandWords(command, environment: [:])
        return command
      } catch {
        report(.expected("a program and its arguments, but \(error)"), at: ["clipboard"])
        return nil
      }
    }
    report(
      .expected("a program that takes texts on its standard input, such as \"wl-copy\""), at: ["clipboard"])
    return nil
  }

  private mutating func minutes(_ value: any TOMLValueConvertible) -> Int? {
    if let minutes = value.int, (1...1440).contains(minutes) { return minutes }
    report(.expected("a number of minutes, 1 to 1440"), at: [Setting.breakReminder.rawValue])
    return nil
  }

  private mutating func keyBindings(_ value: any TOMLValueConvertible) -> KeyBindings {
    guard let table = value.table else {
      report(.expected("a table: [keys] on a line of its own, and commands below it"), at: ["keys"])
      return KeyBindings()
    }
    var reader = KeyTableReader(table: table, lines: lines)
    let bindings = reader.read()
    for finding in reader.findings { report(finding.problem, at: finding.path) }
    return bindings
  }
}
