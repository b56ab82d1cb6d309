import Terminal
import Testing

@testable import LabelingUI

/// What every theme that ships must hold to.
@Suite struct BuiltInThemesTests {
  private static let names = ThemeCatalog.builtIn.names
  private static let colorful = names.filter { !["mono", "terminal16"].contains($0) }

  @Test func `the promised themes are there`() {
    #expect(
      Self.names == [
        "default-dark", "default-light", "high-contrast-dark", "high-contrast-light", "cvd-dark", "cvd-light",
        "mono", "terminal16", "catppuccin-mocha", "dracula", "gruvbox-dark", "gruvbox-light", "nord",
        "solarized-dark", "tokyo-night",
      ])
  }

  @Test(arguments: names) func `the lint finds nothing`(name: String) throws {
    let theme = try ThemeCatalog.builtIn.theme(named: name)
    for finding in ThemeLint(theme).findings { Issue.record("\(finding)") }
  }

  @Test(arguments: colorful, [ColorDepth.direct, .indexed])
  func `a theme with colors gives every role one`(name: String, depth: ColorDepth) throws {
    let theme = try ThemeCatalog.builtIn.theme(named: name)
    for role in Role.allCases { #expect(theme.contrast(of: role, at: depth) != nil, "\(role.rawValue)") }
  }

  @Test(arguments: names, [ColorDepth.mono, .eight, .sixteen])
  func `with few colors, backgrounds are the terminal's own`(name: String, depth: ColorDepth) throws {
    let theme = try ThemeCatalog.builtIn.theme(named: name)
    for role in Role.allCases {
      #expect(theme.style(of: role, at: depth).background == nil, "\(role.rawValue)")
    }
  }

  @Test(arguments: names) func `the background that is assumed fits the variant`(name: String) throws {
    let theme = try ThemeCatalog.builtIn.theme(named: name)
    guard let ground = theme.assumedBackground.flatMap(LinearColor.init) else {
      return #expect(theme.variant == .any)
    }
    #expect(theme.variant == (ground.luminance < 0.18 ? .dark : .light))
  }

  @Test func `themes for more contrast and for color vision promise more`() throws {
    for name in Self.names {
      let promises = try ThemeCatalog.builtIn.theme(named: name).promises
      #expect(promises.contrast == (name.hasPrefix("high-contrast") ? 7 : 4.5))
      #expect(promises.difference == (name.hasPrefix("cvd") ? 10 : 8))
    }
  }

  @Test func `a palette's theme brings its background along, the default leaves the terminal's`() throws {
    let nord = try ThemeCatalog.builtIn.theme(named: "nord")
    #expect(nord.style(of: .text, at: .direct).background == Color(hex: "#2e3440"))
    #expect(nord.style(of: .status, at: .direct).background == Color(hex: "#3b4252"))
    let plain = try ThemeCatalog.builtIn.theme(named: "default-dark")
    #expect(plain.style(of: .text, at: .direct).background == nil)
  }
}
