import Terminal

/// The terminfo type to drive the terminal by, and how many colors to use of it.
struct TerminalType: Equatable, Sendable {
  let description: TerminalDescription
  let depth: ColorDepth

  /// Decides from the environment and what terminfo has.
  static func choose(
    for environment: TerminalEnvironment, color: ColorChoice,
    lookUp: (String) -> TerminalDescription? = TerminalDescription.lookUp
  ) throws(TerminalError) -> Self {
    let base = try description(for: environment, lookUp: lookUp)
    guard base.canMoveCursor else { throw .incapableType(base.type) }
    guard let limit = color.limit(in: environment) else { return Self(description: base, depth: .mono) }
    if limit == .direct, color == .direct || environment.claimsDirectColor,
      let direct = directDescription(for: base, lookUp: lookUp)
    {
      return Self(description: direct, depth: .direct)
    }
    return Self(description: base, depth: min(base.depth, limit))
  }

  private static func description(
    for environment: TerminalEnvironment, lookUp: (String) -> TerminalDescription?
  ) throws(TerminalError) -> TerminalDescription {
    guard let type = environment.type, !type.isEmpty else { throw .unsetType }
    if let known = lookUp(type) { return known }
    guard resemblesXterm(type), let fallback = lookUp("xterm-256color") else { throw .unknownType(type) }
    return fallback
  }

  // Terminals whose own entry is often missing where one logs in to.
  private static func resemblesXterm(_ type: String) -> Bool {
    let families = ["xterm-", "ghostty", "foot", "wezterm", "alacritty", "rio", "contour"]
    return families.contains { type.hasPrefix($0) } || type.hasSuffix("-256color")
  }

  private static func directDescription(
    for base: TerminalDescription, lookUp: (String) -> TerminalDescription?
  ) -> TerminalDescription? {
    if base.takesDirectColor { return base }
    let suffix = "-256color"
    let family = base.type.hasSuffix(suffix) ? String(base.type.dropLast(suffix.count)) : base.type
    guard let direct = lookUp(family + "-direct"), direct.takesDirectColor, direct.canMoveCursor,
      direct.hasAlternateScreen
    else { return nil }
    return direct
  }
}

extension ColorChoice {
  /// The most colors to use; `nil` for none.
  func limit(in environment: TerminalEnvironment) -> ColorDepth? {
    switch self {
    case .never: nil
    case .auto: environment.refusesColor ? nil : .direct
    case .always, .direct: .direct
    case .sixteen: .sixteen
    case .indexed: .indexed
    }
  }
}
