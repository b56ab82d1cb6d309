import Preference
import TOMLKit
import Terminal

/// Reads a theme file and gathers everything that is wrong with it.
struct ThemeFileReader {
  private static let keys =
    ["name", "variant", "assume_bg", "inherits", "contrast", "difference", "palette", "symbols"]
    + ThemeFile.Table.allCases.map(\.rawValue)
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
      return try TOMLDocument.table(text)
    } catch {
      let fault = ThemeFault(file: path, line: error.line, path: [], problem: .syntax(error.message))
      throw InvalidTheme(faults: [fault])
    }
  }

  private mutating func read(_ value: any TOMLValueConvertible, of key: String, into file: inout ThemeFile) {
    switch key {
    case "name": check(value, isName: file.name, at: [key])
    case "variant": file.variant = variant(value, at: [key]) ?? file.variant
    case "assume_bg": file.assumedBackground = rgb(value, at: [key])
    case "inherits": file.parent = parent(value, at: [key])
    case "contrast": file.contrast = number(value, within: 4.5...21, at: [key])
    case "difference": file.difference = number(value, within: 8...50, at: [key])
    case "palette": file.palette = palette(value, at: [key])
    case "symbols": file.symbols = symbols(value, at: [key])
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
  ) -> [String: ThemeFile.NamedColor] {
    var result: [String: ThemeFile.NamedColor] = [:]
    for (name, value) in table(value, at: path) {
      let path = path + [name]
      if let paint = paint(value, at: path) {
        result[name] = ThemeFile.NamedColor(paint: paint, place: place(path))
      }
    }
    return result
  }

  /// A color of the palette itself, where only the terminal's own have names.
  private mutating func paint(_ value: any TOMLValueConvertible, at path: [String]) -> PartialStyle.Paint? {
    switch color(value, at: path) {
    case nil: return nil
    case .terminal: return .terminal
    case .color(let color): return .color(color)
    case .named(let name):
      if let ansi = ThemeColor.ansiColor(named: name) { return .color(ansi) }
      report(
        .unknownColor(name, nearest: NearestName(of: name, among: ThemeColor.ansiNames)?.name), at: path)
      return nil
    }
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

// MARK: - Symbols

extension ThemeFileReader {
  private mutating func symbols(
    _ value: any TOMLValueConvertible, at path: [String]
  ) -> ThemeFile.Symbols {
    var result = ThemeFile.Symbols()
    for (name, value) in table(value, at: path) {
      let path = path + [name]
      if name == "set" {
        result.repertoire = repertoire(value, at: path)
      } else if let symbol = SymbolSet.Symbol(rawValue: name) {
        result.glyphs[symbol] = glyph(value, at: path)
      } else {
        let names = ["set"] + SymbolSet.Symbol.allCases.map(\.rawValue)
        report(.unknownKey(nearest: NearestName(of: name, among: names)?.name), at: path)
      }
    }
    return result
  }

  private mutating func repertoire(_ value: any TOMLValueConvertible, at path: [String]) -> Repertoire? {
    switch value.string {
    case "unicode": return .unicode
    case "ascii": return .ascii
    default:
      report(.expected("\"unicode\" or \"ascii\""), at: path)
      return nil
    }
  }

  private mutating func glyph(_ value: any TOMLValueConvertible, at path: [String]) -> Glyph? {
    if let glyph = value.string.flatMap({ SymbolSet.glyph($0) }) { return glyph }
    report(.expected("one character that takes one column, such as \"▌\""), at: path)
    return nil
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

  private mutating func number(
    _ value: any TOMLValueConvertible, within range: ClosedRange<Double>, at path: [String]
  ) -> Double? {
    if let number = value.double ?? value.int.map(Double.init), range.contains(number) { return number }
    report(.expected("a number from \(range.lowerBound) to \(range.upperBound)"), at: path)
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
