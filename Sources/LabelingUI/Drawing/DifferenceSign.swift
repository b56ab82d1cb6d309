import Terminal

/// The sign in the gutter beside a row with marks, so that they are seen without color: `~` changed, `+` only here, `↕` moved,
/// `=` shared.
enum DifferenceSign {
  /// Of the mark that matters most among those of a row.
  static func glyph(for spans: ArraySlice<RoleSpan>, repertoire: Repertoire) -> Glyph? {
    let sign = spans.reduce(0) { max($0, rank(of: $1.role)) }
    switch sign {
    case 4: return Glyph(base: "~")
    case 3: return Glyph(base: "+")
    case 2: return Glyph(base: repertoire == .unicode ? "↕" : "^")
    case 1: return Glyph(base: "=")
    default: return nil
    }
  }

  private static func rank(of role: Role) -> Int {
    switch role {
    case .diffChanged: 4
    case .diffAdded, .diffUnique: 3
    case .diffMoved: 2
    case .diffShared: 1
    default: 0
    }
  }
}
