/// The looks of every role, at every depth.
package struct Theme: Equatable, Sendable {
  /// The kind of terminal background the theme is made for.
  package enum Variant: String, CaseIterable, Sendable {
    case dark, light, any
  }

  /// What its colors are held to. A theme may promise more than these.
  package struct Promises: Equatable, Sendable {
    /// The least contrast of text, as WCAG 2 counts.
    package var contrast = 4.5
    /// The least distance of colors that must be told apart, in OKLab.
    package var difference = 8.0

    package init() {}
  }

  package let name: String
  package var variant = Variant.any
  /// The background that the theme's contrast is reckoned against, where it leaves the terminal's own.
  package var assumedBackground: Color?
  package var promises = Promises()
  package var symbols = SymbolSet()
  private let styles: [ColorDepth: [Role: Style]]

  package init(name: String, styles: [ColorDepth: [Role: Style]]) {
    self.name = name
    self.styles = styles
  }

  package init(name: String, sheet: StyleSheet) {
    let styles = ColorDepth.allCases.map { ($0, sheet.styles(at: $0)) }
    self.init(name: name, styles: Dictionary(uniqueKeysWithValues: styles))
  }

  package func style(of role: Role, at depth: ColorDepth) -> Style {
    styles[depth]?[role] ?? Style()
  }
}
