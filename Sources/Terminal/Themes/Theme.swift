/// The looks of every role, at every depth.
package struct Theme: Equatable, Sendable {
  /// The kind of terminal background the theme is made for.
  package enum Variant: String, CaseIterable, Sendable {
    case dark, light, any
  }

  package let name: String
  package let variant: Variant
  /// The background that the theme's contrast is reckoned against, where it leaves the terminal's own.
  package let assumedBackground: Color?
  private let styles: [ColorDepth: [Role: Style]]

  package init(
    name: String, variant: Variant = .any, assumedBackground: Color? = nil,
    styles: [ColorDepth: [Role: Style]]
  ) {
    self.name = name
    self.variant = variant
    self.assumedBackground = assumedBackground
    self.styles = styles
  }

  package init(name: String, variant: Variant = .any, assumedBackground: Color? = nil, sheet: StyleSheet) {
    let styles = ColorDepth.allCases.map { ($0, sheet.styles(at: $0)) }
    self.init(
      name: name, variant: variant, assumedBackground: assumedBackground,
      styles: Dictionary(uniqueKeysWithValues: styles))
  }

  package func style(of role: Role, at depth: ColorDepth) -> Style {
    styles[depth]?[role] ?? Style()
  }
}
