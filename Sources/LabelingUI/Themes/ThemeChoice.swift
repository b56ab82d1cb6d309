/// Which theme was asked for.
package enum ThemeChoice: Equatable, Sendable {
  /// The one for the terminal's background.
  case auto
  case named(String)

  /// From what stands behind `--theme`.
  package init(_ argument: String) {
    self = argument == "auto" ? .auto : .named(argument)
  }

  /// The theme's name.
  ///
  /// - Parameter colors: `COLORFGBG`, in which some terminals tell the colors they start with.
  package func name(colors: String?) -> String {
    switch self {
    case .named(let name): name
    case .auto: Self.isLight(colors ?? "") ? "default-light" : "default-dark"
    }
  }

  /// `0;15`, or `0;default;15`: numbers of the 16 colors, the background last. White and the bright colors are light,
  /// but for 8, which is gray.
  private static func isLight(_ colors: String) -> Bool {
    guard let last = colors.split(separator: ";").last, let background = Int(last) else { return false }
    return background == 7 || (9...15).contains(background)
  }
}
