/// Looks at a theme as its users will: with few colors or many, and with any kind of color vision.
///
/// Contrast is that of WCAG 2, distance that of OKLab, both after the colors were turned into those of the depth.
package struct ThemeLint {
  private let theme: Theme

  package init(_ theme: Theme) {
    self.theme = theme
  }

  /// The most colors first, then in the order of the roles.
  package var findings: [ThemeFinding] {
    ColorDepth.allCases.reversed().flatMap(findings)
  }

  private func findings(at depth: ColorDepth) -> [ThemeFinding] {
    let alone = Role.allCases.compactMap { color(of: $0, at: depth) ?? contrast(of: $0, at: depth) }
    let near = pairs(of: Role.identities).compactMap { nearness(of: $0, $1, at: depth) }
    let same = pairs(of: Role.meanings).compactMap { sameness(of: $0, $1, at: depth) }
    return alone + near + same
  }

  private func pairs(of groups: [[Role]]) -> [(Role, Role)] {
    groups.flatMap { group in
      group.indices.flatMap { index in group[(index + 1)...].map { (group[index], $0) } }
    }
  }
}

// MARK: - One role

extension ThemeLint {
  private func contrast(of role: Role, at depth: ColorDepth) -> ThemeFinding? {
    let least = theme.leastContrast(of: role)
    guard let contrast = theme.contrast(of: role, at: depth), contrast < least else { return nil }
    return ThemeFinding(role, at: depth, .contrast(contrast, least: least))
  }

  /// Colors of which nobody knows what they look like stand on the terminal's own background or not at all.
  private func color(of role: Role, at depth: ColorDepth) -> ThemeFinding? {
    guard role.legibility != .overlooked else { return nil }
    let style = theme.style(of: role, at: depth)
    let look = theme.look(of: role, at: depth)
    if style.background != nil, look.ink == nil || look.ground == nil {
      return ThemeFinding(role, at: depth, .meetsUnknownColor)
    }
    if look.ink != nil, look.ground == nil { return ThemeFinding(role, at: depth, .meetsUnknownColor) }
    guard case .palette(let index)? = style.foreground, mayVanish(index) else { return nil }
    return ThemeFinding(role, at: depth, .mayVanish)
  }

  /// Black and gray are dark terminals' backgrounds, the whites those of light ones.
  private func mayVanish(_ index: UInt8) -> Bool {
    switch theme.variant {
    case .dark: index == 0 || index == 8
    case .light: index == 7 || index == 15
    case .any: [0, 7, 8, 15].contains(index)
    }
  }
}

// MARK: - Two roles

extension ThemeLint {
  private static let visible: Style.Attributes = [.bold, .underline, .reverse]

  private func nearness(of role: Role, _ other: Role, at depth: ColorDepth) -> ThemeFinding? {
    let striking: Style.Attributes = [.underline, .reverse]
    guard
      attributes(of: role, at: depth, among: striking) == attributes(of: other, at: depth, among: striking)
    else { return nil }
    let distances = ColorVision.allCases.compactMap { vision in
      distance(of: role, other, at: depth, vision: vision).map { ($0, vision) }
    }
    guard let (distance, vision) = distances.min(by: { $0.0 < $1.0 }), distance < theme.promises.difference
    else { return nil }
    return ThemeFinding(
      role, at: depth,
      .nearness(to: other, distance, least: theme.promises.difference, vision: vision))
  }

  private func sameness(of role: Role, _ other: Role, at depth: ColorDepth) -> ThemeFinding? {
    guard
      attributes(of: role, at: depth, among: Self.visible)
        == attributes(of: other, at: depth, among: Self.visible)
    else { return nil }
    let distances = ColorVision.allCases.map { distance(of: role, other, at: depth, vision: $0) ?? 0 }
    guard distances.contains(where: { $0 < theme.promises.difference }) else { return nil }
    return ThemeFinding(role, at: depth, .sameAttributes(as: other))
  }

  private func attributes(
    of role: Role, at depth: ColorDepth, among some: Style.Attributes
  ) -> Style.Attributes {
    theme.style(of: role, at: depth).attributes.intersection(some)
  }

  /// How different two roles look: by their backgrounds or, where these are the same, by their text; `nil` where nobody
  /// knows.
  private func distance(
    of role: Role, _ other: Role, at depth: ColorDepth, vision: ColorVision
  ) -> Double? {
    let (one, two) = (theme.look(of: role, at: depth), theme.look(of: other, at: depth))
    if let ground = one.ground, let otherGround = two.ground, ground != otherGround {
      return difference(ground, otherGround, vision: vision)
    }
    guard let ink = one.ink, let otherInk = two.ink else { return nil }
    return difference(ink, otherInk, vision: vision)
  }

  private func difference(_ color: LinearColor, _ other: LinearColor, vision: ColorVision) -> Double {
    OKLab(vision.seen(color)).difference(from: OKLab(vision.seen(other)))
  }
}
