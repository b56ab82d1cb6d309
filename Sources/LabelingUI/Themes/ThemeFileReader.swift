import Preference
import TOMLKit
import Terminal

/// Reads a theme file and gathers everything that is wrong with it.
struct ThemeFileReader {
  private static let keys =
    ["name", "variant", "assume_bg", "inherits", "palette"] + ThemeFile.Table.allCases.map(\.rawValue)
  private static let entryKeys = ["fg", "bg", "modifiers"]

  private let path: String
  private let text: String
  private let lines: TOMLLines
  private var faults: [ThemeFault] = []

  init(path: String, text: String) {
    self.path = path
    self.text = text
    lines = TOMLLines(text)
  }

  mutating func read(name: String) throws(InvalidTheme) -> ThemeFile {
    let document = try parse()
    var file = ThemeFile(name: name)
    for (key, value) in document { read(value, of: key, into: &file) }
    guard faults.isEmpty else {
      throw InvalidTheme(faults: faults.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }
    return file
  }

  private func parse() throws(InvalidTheme) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch {
      let parseError = error as? TOMLParseError
      let fault = ThemeFault(
        file: path, line: parseError?.source.begin.line, path: [],
        problem: .syntax(parseError?.description ?? "it cannot be read"))
      throw InvalidTheme(faults: [fault])
    }
  }

  private mutating func read(_ value: any TOMLValueConvertible, of key: String, into file: inout ThemeFile) {
    switch key {
    case "name": check(value, isName: file.name, at: [key])
    case "variant": file.variant = variant(value, at: [key]) ?? file.variant
    case "assume_bg": file.assumedBackground = rgb(value, at: [key])
    case "inherits": file.parent = parent(value, at: [key])
    case "palette": file.palette = palette(value, at: [key])
    default:
      if let table = ThemeFile.Table(rawValue: key) {
        file.tables[table] = entries(value, at: [key])
      } else {
        report(.unknownKey(nearest: NearestName(of: key, among: Self.keys)?.name), at: [key])
      }
    }
  }
}

// MARK: - Tables

extension ThemeFileReader {
  private mutating func palette(
    _ value: any TOMLValueConvertible, at path: [String]
  ) -> [String: PartialStyle.Paint] {
    var result: [String: PartialStyle.Paint] = [:]
    for (name, value) in table(value, at: path) {
      let path = path + [name]
      switch color(value, at: path) {
      case nil: break
      case .terminal: result[name] = .terminal
      case .color(let color): result[name] = .color(color)
      case .named(let other):
        if let ansi = ThemeColor.ansiColor(named: other) {
          result[name] = .color(ansi)
        } else {
          report(
            .unknownColor(other, nearest: NearestName(of: other, among: ThemeColor.ansiNames)?.name), at: path
          )
        }
      }
    }
    return result
  }

  private mutating func entries(
    _ value: any TOMLValueConvertible, at path: [String]
  ) -> [Role: ThemeFile.Entry] {
    var result: [Role: ThemeFile.Entry] = [:]
    for (name, value) in table(value, at: path) {
      let path = path + [name]
      if let role = Role(rawValue: name) {
        result[role] = entry(value, at: path)
      } else {
        report(
          .unknownRole(nearest: NearestName(of: name, among: Role.allCases.map(\.rawValue))?.name), at: path)
      }
    }
    return result
  }

  private mutating func entry(_ value: any TOMLValueConvertible, at path: [String]) -> ThemeFile.Entry {
    var entry = ThemeFile.Entry(place: place(path))
    guard value.type == .table else {
      entry.foreground = color(value, at: path)
      return entry
    }
    for (key, value) in table(value, at: path) {
      let path = path + [key]
      switch key {
      case "fg": entry.foreground = color(value, at: path)
      case "bg": entry.background = color(value, at: path)
      case "modifiers": entry.attributes = modifiers(value, at: path)
      default: report(.unknownKey(nearest: NearestName(of: key, among: Self.entryKeys)?.name), at: path)
      }
    }
    return entry
  }
}

// MARK: - Values

extension ThemeFileReader {
  private mutating func table(
    _ value: any TOMLValueConvertible, at path: [String]
  ) -> [(String, any TOMLValueConvertible)] {
    guard let table = value.table else {
      report(.expected("a table"), at: path)
      return []
    }
    return table.map { ($0, $1) }
  }

  private mutating func check(_ value: any TOMLValueConvertible, isName name: String, at path: [String]) {
    if value.string != name { report(.expected("the file's own name, \"\(name)\""), at: path) }
  }

  private mutating func parent(_ value: any TOMLValueConvertible, at path: [String]) -> ThemeFile.Parent? {
    if let name = value.string { return ThemeFile.Parent(name: name, place: place(path)) }
    report(.expected("the name of a theme"), at: path)
    return nil
  }

  private mutating func variant(_ value: any TOMLValueConvertible, at path: [String]) -> Theme.Variant? {
    if let variant = value.string.flatMap(Theme.Variant.init) { return variant }
    report(.expected("\"dark\", \"light\" or \"any\""), at: path)
    return nil
  }

  private mutating func rgb(_ value: any TOMLValueConvertible, at path: [String]) -> Color? {
    if let color = value.string.flatMap(Color.init(hex:)) { return color }
    report(.expected("a color such as \"#16181d\""), at: path)
    return nil
  }

  private mutating func color(_ value: any TOMLValueConvertible, at path: [String]) -> ThemeColor? {
    if let text = value.string { return ThemeColor(text) }
    if let number = value.int, let color = ThemeColor(number: number) { return color }
    report(.expected("a color: a name, \"#rrggbb\", or a number from 0 to 255"), at: path)
    return nil
  }

  private mutating func modifiers(_ value: any TOMLValueConvertible, at path: [String]) -> Style.Attributes? {
    guard let array = value.array else {
      report(.expected("an array of modifiers, such as [\"bold\"]"), at: path)
      return nil
    }
    var result: Style.Attributes = []
    for element in array {
      let name = element.string ?? "\(element.debugDescription)"
      if let attribute = ThemeModifier.attribute(named: name) {
        result.insert(attribute)
      } else {
        report(
          .unknownModifier(name, nearest: NearestName(of: name, among: ThemeModifier.names)?.name), at: path)
      }
    }
    return result
  }

  private func place(_ path: [String]) -> ThemeFile.Place {
    ThemeFile.Place(file: self.path, line: lines.line(of: path), path: path)
  }

  private mutating func report(_ problem: ThemeFault.Problem, at path: [String]) {
    faults.append(place(path).fault(problem))
  }
}
