import Preference
import StrictJSON
import Terminal

extension ThemeSelection {
  /// The names of the theme in use and of the one that it stands in for, whether it follows the background, and the user's own files; the built-in ones are in every Podium.
  var json: JSONValue {
    let own = catalog.sources.filter { !$0.isBuiltIn }
    return [
      "current": .string(current.name), "wanted": .string(wanted), "own": .array(own.map(\.json)),
      "follows": .bool(followsBackground),
    ]
  }

  init(_ field: Field) throws(RecordFault) {
    try field.allowOnly(["current", "wanted", "own", "follows"])
    let catalog = try [ThemeCatalog.Source](field["own"]).reduce(into: ThemeCatalog.builtIn) { $0.add($1) }
    let name = try field["current"].text()
    guard !name.isEmpty else {
      self.init(catalog: catalog)
      return
    }
    guard let current = Self.theme(named: name, in: catalog) else {
      throw field["current"].fault(expected: "a theme that this Podium has, or that is recorded beside it")
    }
    self.init(
      catalog: catalog, current: current, wanted: try field.optional("wanted")?.text(),
      followsBackground: try field.optional("follows")?.truth() ?? false)
  }

  /// The user's, or the built-in one that stood in for it because it had a mistake.
  private static func theme(named name: String, in catalog: ThemeCatalog) -> Theme? {
    (try? catalog.theme(named: name)) ?? (try? ThemeCatalog.builtIn.theme(named: name))
  }
}

extension ThemeCatalog.Source {
  /// The path is left out: it tells who recorded.
  fileprivate var json: JSONValue {
    ["name": .string(name), "text": .string(text), "problem": problem.map(JSONValue.string) ?? .null]
  }
}

extension [ThemeCatalog.Source] {
  var json: JSONValue { .array(map(\.json)) }

  init(_ field: Field) throws(RecordFault) {
    self = []
    for element in try field.elements(of: "themes") {
      try element.allowOnly(["name", "text", "problem"])
      let name = try element["name"].nonEmptyText()
      var source = ThemeCatalog.Source(name: name, path: name + ".toml", text: try element["text"].text())
      source.problem = element.optional("problem")?.value.string
      append(source)
    }
  }
}
