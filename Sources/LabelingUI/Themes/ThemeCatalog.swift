import Preference
import BuiltInThemes
import Terminal

/// All themes that can be had by name. A theme is read when it is asked for.
package struct ThemeCatalog: Equatable, Sendable {
  /// A theme file's text, and where it came from.
  package struct Source: Equatable, Sendable {
    package let name: String
    /// For messages.
    package let path: String
    package let text: String
    /// Why there is no text, if the file could not be read.
    package var problem: String?
    package var isBuiltIn = false

    package init(name: String, path: String, text: String) {
      self.name = name
      self.path = path
      self.text = text
    }

    /// A file that is there and cannot be read.
    package init(name: String, path: String, unreadable problem: String) {
      self.init(name: name, path: path, text: "")
      self.problem = problem
    }
  }

  package static let builtIn = Self(
    sources: BuiltInThemes.files.map {
      var source = Source(name: $0.name, path: "built-in \($0.name).toml", text: $0.toml)
      source.isBuiltIn = true
      return source
    })

  package private(set) var sources: [Source]

  package init(sources: [Source]) {
    self.sources = sources
  }

  package var names: [String] { sources.map(\.name) }

  /// What someone most likely meant by a name that there is not.
  package func nearestName(to name: String) -> String? { NearestName(of: name, among: names)?.name }

  /// Adds a user's theme, in place of one of the same name.
  package mutating func add(_ source: Source) {
    if let index = sources.firstIndex(where: { $0.name == source.name }) {
      sources[index] = source
    } else {
      sources.append(source)
    }
  }

  package func theme(named name: String) throws(InvalidTheme) -> Theme {
    try resolve(name, askedAt: "--theme").theme
  }

  /// The theme and where its looks stand. `asker` is for the message that there is no such theme.
  package func resolve(_ name: String, askedAt asker: String) throws(InvalidTheme) -> ResolvedTheme {
    let files = try lineage(of: name, askedAt: ThemeFile.Place(file: asker, line: nil, path: []))
    return ResolvedTheme(theme: try ThemeResolver(files: files).theme(), origins: ThemeOrigins(files: files))
  }

  /// The theme's file and those it inherits from, the remotest first.
  private func lineage(of name: String, askedAt place: ThemeFile.Place) throws(InvalidTheme) -> [ThemeFile] {
    var files: [ThemeFile] = []
    var next: ThemeFile.Parent? = ThemeFile.Parent(name: name, place: place)
    while let wanted = next {
      let seen = files.reversed().map(\.name)
      guard !seen.contains(wanted.name) else {
        throw InvalidTheme(faults: [wanted.place.fault(.circle(seen + [wanted.name]))])
      }
      guard let source = sources.first(where: { $0.name == wanted.name }) else {
        let problem = ThemeFault.Problem.unknownTheme(wanted.name, nearest: nearestName(to: wanted.name))
        throw InvalidTheme(faults: [wanted.place.fault(problem)])
      }
      if let problem = source.problem {
        let place = ThemeFile.Place(file: source.path, line: nil, path: [])
        throw InvalidTheme(faults: [place.fault(.unreadable(problem))])
      }
      let file = try ThemeFile(source.text, name: source.name, path: source.path)
      files.insert(file, at: 0)
      next = file.parent
    }
    return files
  }
}
