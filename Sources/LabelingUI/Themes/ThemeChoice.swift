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
  package func name(background: Background) -> String {
    switch self {
    case .named(let name): name
    case .auto: background == .light ? "default-light" : "default-dark"
    }
  }
}
