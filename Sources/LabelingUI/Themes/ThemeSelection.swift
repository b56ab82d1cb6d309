import Terminal

/// The themes that can be had, and the one in use.
package struct ThemeSelection: Equatable, Sendable {
  package private(set) var catalog: ThemeCatalog
  package private(set) var current: Theme
  /// The name of the theme that is to be in use: another stands in for it while its file has a mistake.
  package private(set) var wanted: String
  /// The theme is the one for the terminal's background, and changes with it.
  package private(set) var followsBackground: Bool

  package init(
    catalog: ThemeCatalog = .builtIn, current: Theme = Theme(name: "", sheet: StyleSheet()),
    wanted: String? = nil, followsBackground: Bool = false
  ) {
    self.catalog = catalog
    self.current = current
    self.wanted = wanted ?? current.name
    self.followsBackground = followsBackground
  }

  /// Takes up the theme for the background, unless a theme was chosen by its name.
  ///
  /// - Returns: whether that looks different.
  mutating func follow(_ background: Background) -> Bool {
    guard followsBackground else { return false }
    let before = current
    wanted = ThemeChoice.auto.name(background: background)
    // One that the user broke stays away until it is mended; the lint tells why.
    if let theme = try? catalog.theme(named: wanted) { current = theme }
    return current != before
  }

  /// The theme in use is a choice now.
  mutating func keep() {
    followsBackground = false
    wanted = current.name
  }

  /// Takes up a theme by its name; one that cannot be had leaves the one before in use.
  mutating func choose(_ name: String) throws(InvalidTheme) {
    current = try catalog.theme(named: name)
    wanted = name
  }

  /// Goes back to what was in use.
  mutating func goBack(to earlier: ThemeSelection) {
    current = earlier.current
    wanted = earlier.wanted
  }

  /// Takes in other files of the user, and the theme that is wanted as they have it now.
  ///
  /// - Returns: whether that looks different.
  mutating func takeIn(_ sources: [ThemeCatalog.Source]) throws(InvalidTheme) -> Bool {
    let before = current
    catalog = sources.reduce(into: .builtIn) { $0.add($1) }
    if !wanted.isEmpty { try choose(wanted) }
    return current != before
  }
}
