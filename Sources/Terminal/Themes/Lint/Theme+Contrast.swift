extension Theme {
  /// The colors that a role's cells have, as far as it is known what they look like.
  struct Look: Equatable {
    let ink: LinearColor?
    let ground: LinearColor?
  }

  func look(of role: Role, at depth: ColorDepth) -> Look {
    let style = style(of: role, at: depth)
    return Look(
      ink: style.foreground.flatMap(LinearColor.init),
      ground: (style.background ?? assumedBackground).flatMap(LinearColor.init))
  }

  /// How well a role's text stands out, as WCAG 2 counts; `nil` where the colors are the user's own.
  package func contrast(of role: Role, at depth: ColorDepth) -> Double? {
    let look = look(of: role, at: depth)
    guard let ink = look.ink, let ground = look.ground else { return nil }
    return ink.contrast(with: ground)
  }

  /// The least contrast that the theme promises of the role.
  package func leastContrast(of role: Role) -> Double {
    switch role.legibility {
    case .read: promises.contrast
    // WCAG asks of what is only seen what it asks of text, a level lower: AA 3, and 4.5 where text has 7.
    case .seen: promises.contrast < 7 ? 3 : 4.5
    case .overlooked: 1
    }
  }
}

extension Role {
  enum Legibility {
    case read, seen
    /// Better not noticed.
    case overlooked
  }

  var legibility: Legibility {
    switch self {
    case .border, .borderFocus, .gutter, .gutterFocus: .seen
    case .diffFiller, .background: .overlooked
    default: .read
    }
  }
}
