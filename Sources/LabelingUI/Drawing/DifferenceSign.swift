import Terminal

/// The sign in the gutter beside a row with marks, so that they are seen without color: `~` changed, `+` only here, `↕` moved,
/// `=` shared, and beside an original `-` what its correction leaves out. Ascending by how much they matter.
enum DifferenceSign: Int {
  case shared, moved, onlyHere, missing, changed

  private init?(_ role: Role) {
    switch role {
    case .diffChanged: self = .changed
    case .diffAdded, .diffUnique: self = .onlyHere
    case .diffMissing: self = .missing
    case .diffMoved: self = .moved
    case .diffShared: self = .shared
    default: return nil
    }
  }

  func glyph(for repertoire: Repertoire) -> Glyph {
    switch self {
    case .changed: Glyph(base: "~")
    case .onlyHere: Glyph(base: "+")
    case .missing: Glyph(base: "-")
    case .moved: Glyph(base: repertoire == .unicode ? "↕" : "^")
    case .shared: Glyph(base: "=")
    }
  }

  /// Of the mark that matters most among those of a row.
  static func glyph(for spans: ArraySlice<RoleSpan>, repertoire: Repertoire) -> Glyph? {
    var most: DifferenceSign?
    for span in spans {
      guard let sign = DifferenceSign(span.role), sign.rawValue > most?.rawValue ?? -1 else { continue }
      most = sign
    }
    return most?.glyph(for: repertoire)
  }
}
