import Terminal

/// A finding of the lint, with the place in the file that it is about.
package struct LocatedFinding: Equatable, Sendable {
  package let finding: ThemeFinding
  package let file: String?
  package let line: Int?

  /// What the lint finds about the theme.
  package static func all(in resolved: ResolvedTheme) -> [LocatedFinding] {
    ThemeLint(resolved.theme).findings.map { finding in
      let place = resolved.origins.place(of: finding.role, at: finding.depth)
      return LocatedFinding(finding: finding, file: place?.file, line: place?.line)
    }
  }
}

extension LocatedFinding: CustomStringConvertible {
  /// `mine.toml:12: run.2 at 256 colors: contrast 3.10, expected 4.5 at least: …`
  package var description: String {
    let place = [file, line.map(String.init)].compactMap { $0 }.joined(separator: ":")
    return (place.isEmpty ? "" : place + ": ") + finding.description
  }
}

extension ThemeFinding: CustomStringConvertible {
  package var description: String { "\(role.rawValue) \(depth.phrase): \(problem.description)" }
}

extension ThemeFinding.Problem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .contrast(let contrast, let least):
      """
      contrast \(contrast.rounded(toPlaces: 2)), expected \(least) at least: make the text \
      or its background lighter or darker
      """
    case .nearness(let other, let distance, let least, let vision):
      """
      \(distance.rounded(toPlaces: 1)) from \(other.rawValue) \(vision.phrase), expected \(least) at least: take colors \
      of different lightness, or underline one
      """
    case .sameAttributes(let other):
      """
      only color could tell it from \(other.rawValue): give one of them bold, underline or reverse that the other does \
      not have
      """
    case .meetsUnknownColor:
      """
      a color of the theme's meets one of the terminal's own, which nobody knows: give both fg and bg, or assume_bg for \
      the terminal's background; with 16 colors leave bg alone
      """
    case .mayVanish:
      "on many terminals this is the background's color: take another of the sixteen, or \"default\""
    }
  }
}

extension ColorDepth {
  /// The word for it on the command line and in JSON.
  package var name: String {
    switch self {
    case .mono: "mono"
    case .eight: "8"
    case .sixteen: "16"
    case .indexed: "256"
    case .direct: "truecolor"
    }
  }

  fileprivate var phrase: String {
    switch self {
    case .mono: "without color"
    case .eight, .sixteen, .indexed: "with \(name) colors"
    case .direct: "in true color"
    }
  }
}

extension ColorVision {
  fileprivate var phrase: String { self == .normal ? "for every eye" : "for people with \(rawValue)" }
}

extension Double {
  fileprivate func rounded(toPlaces places: Int) -> Double {
    let factor = places == 1 ? 10.0 : 100.0
    // Down, so that what just fails does not read as if it passed.
    return (self * factor).rounded(.down) / factor
  }
}
