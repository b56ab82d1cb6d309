import Terminal

/// The themes that can be had, and the one in use.
package struct ThemeSelection: Equatable, Sendable {
  package private(set) var catalog: ThemeCatalog
  package private(set) var current: Theme

  package init(catalog: ThemeCatalog = .builtIn, current: Theme = Theme(name: "", sheet: StyleSheet())) {
    self.catalog = catalog
    self.current = current
  }

  /// Takes up a theme by its name; one that cannot be had leaves the one before in use.
  mutating func choose(_ name: String) throws(InvalidTheme) {
    current = try catalog.theme(named: name)
  }

  /// Goes back to a theme that was in use.
  mutating func goBack(to theme: Theme) {
    current = theme
  }

  /// Takes in other files of the user, and the theme in use as they have it now.
  ///
  /// - Returns: whether that looks different.
  mutating func takeIn(_ sources: [ThemeCatalog.Source]) throws(InvalidTheme) -> Bool {
    let before = current
    catalog = sources.reduce(into: .builtIn) { $0.add($1) }
    if !before.name.isEmpty { try choose(before.name) }
    return current != before
  }
}
