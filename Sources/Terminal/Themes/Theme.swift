/// The looks of every role, at every depth.
package struct Theme: Equatable, Sendable {
  package let name: String
  private let styles: [ColorDepth: [Role: Style]]

  package init(name: String, styles: [ColorDepth: [Role: Style]]) {
    self.name = name
    self.styles = styles
  }

  package func style(of role: Role, at depth: ColorDepth) -> Style {
    styles[depth]?[role] ?? Style()
  }
}
