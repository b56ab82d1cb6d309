/// One thing about a theme that some people could not see or tell from another.
package struct ThemeFinding: Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    /// The text stands out too little.
    case contrast(Double, least: Double)
    /// The two roles' colors are too near each other.
    case nearness(to: Role, Double, least: Double, vision: ColorVision)
    /// Where color does not tell the two roles apart, no attribute does.
    case sameAttributes(as: Role)
    /// A color of the theme's and one of the terminal's own meet, and nobody knows whether they differ.
    case meetsUnknownColor
    /// On many terminals the color is that of the background.
    case mayVanish
  }

  package let role: Role
  package let depth: ColorDepth
  package let problem: Problem

  package init(_ role: Role, at depth: ColorDepth, _ problem: Problem) {
    self.role = role
    self.depth = depth
    self.problem = problem
  }
}
