import Preference
import TOMLKit
import Terminal

/// Reads settings and gathers everything that is wrong with them.
struct ConfigurationReader {
  private static let keys = ["theme", "color", "rater", "title", "clipboard", "keys"]
  static var settings: String { "theme, color, rater, title, clipboard and the table [keys]" }

  private let path: String
  private let text: String
  private let themes: [String]
  private let lines: TOMLLines
  private var faults: [ConfigurationFault] = []

  init(path: String, text: String, themes: [String]) {
    self.path = path
    self.text = text
    self.themes = themes
    lines = TOMLLines(text)
  }

  mutating func read() throws(InvalidConfiguration) -> Configuration {
    var configuration = Configuration()
    for (key, value) in try parse() { read(value, of: key, into: &configuration) }
    guard faults.isEmpty else {
      throw InvalidConfiguration(faults: faults.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }
    return configuration
  }

  private func parse() throws(InvalidConfiguration) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch {
      let parseError = error as? TOMLParseError
      let fault = ConfigurationFault(
        file: path, line: parseError?.source.begin.line, path: [],
        problem: .syntax(parseError?.description ?? "it cannot be read"))
      throw InvalidConfiguration(faults: [fault])
    }
  }

  private mutating func read(
    _ value: any TOMLValueConvertible, of key: String, into configuration: inout Configuration
  ) {
    switch key {
    case "theme": configuration.theme = theme(value)
    case "color": configuration.color = color(value)
    case "rater": configuration.rater = rater(value)
    case "title": configuration.setsTitle = title(value)
    case "clipboard": configuration.clipboard = clipboard(value)
    case "keys": configuration.keys = keyBindings(value)
    default: report(.unknownKey(nearest: NearestName(of: key, among: Self.keys)?.name), at: [key])
    }
  }

  private mutating func theme(_ value: any TOMLValueConvertible) -> ThemeChoice? {
    guard let name = value.string else {
      report(.expected("the name of a theme, or \"auto\""), at: ["theme"])
      return nil
    }
    if case .named = ThemeChoice(name), !themes.contains(name) {
      report(.unknownTheme(name, nearest: NearestName(of: name, among: themes)?.name), at: ["theme"])
    }
    return ThemeChoice(name)
  }

  private mutating func color(_ value: any TOMLValueConvertible) -> ColorChoice? {
    if let choice = value.string.flatMap(ColorChoice.init) { return choice }
    let choices = ColorChoice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    report(.expected("one of \(choices)"), at: ["color"])
    return nil
  }

  private mutating func rater(_ value: any TOMLValueConvertible) -> String? {
    if let name = value.string, !name.isEmpty { return name }
    report(.expected("a name"), at: ["rater"])
    return nil
  }

  private mutating func title(_ value: any TOMLValueConvertible) -> Bool? {
    if let isSet = value.bool { return isSet }
    report(.expected("true, or false to leave the terminal's title alone"), at: ["title"])
    return nil
  }

  private mutating func clipboard(_ value: any TOMLValueConvertible) -> String? {
    if let command = value.string, command.contains(where: { $0 != " " }) { return command }
    report(
      .expected("a program that takes texts on its standard input, such as \"wl-copy\""), at: ["clipboard"])
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

  private mutating func report(_ problem: ConfigurationFault.Problem, at keys: [String]) {
    faults.append(
      ConfigurationFault(file: path, line: lines.line(of: keys), path: keys, problem: problem))
  }
}
