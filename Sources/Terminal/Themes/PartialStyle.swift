/// What a theme says of one role. What it does not say, the role's parent does.
package struct PartialStyle: Hashable, Sendable {
  package enum Paint: Hashable, Sendable {
    /// The terminal's own color.
    case terminal
    case color(Color)
  }

  package var foreground: Paint?
  package var background: Paint?
  package var attributes: Style.Attributes?

  package init(foreground: Paint? = nil, background: Paint? = nil, attributes: Style.Attributes? = nil) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  func filled(from parent: Self) -> Self {
    Self(
      foreground: foreground ?? parent.foreground, background: background ?? parent.background,
      attributes: attributes ?? parent.attributes)
  }

  func style(at depth: ColorDepth) -> Style {
    Style(
      foreground: Self.color(foreground, at: depth), background: Self.color(background, at: depth),
      attributes: attributes ?? [])
  }

  private static func color(_ paint: Paint?, at depth: ColorDepth) -> Color? {
    guard case .color(let color) = paint else { return nil }
    return color.quantized(to: depth)
  }
}
