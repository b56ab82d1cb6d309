/// Which theme was asked for.
package enum ThemeChoice: Equatable, Sendable {
  /// The one for the terminal's background.
  case auto
  case named(String)

  /// From what stands behind `--theme`.
  package init(_ argument: String) {
    self = argument == "auto" ? .auto : .named(argument)
  }

  /// As it stands behind `--theme`.
  package var argument: String {
    switch self {
    case .auto: "auto"
    case .named(let name): name
    }
  }

  /// The theme's name.
  package func name(background: Background) -> String {
    switch self {
    case .named(let name): name
    case .auto: background == .light ? "default-light" : "default-dark"
    }
  }
}
