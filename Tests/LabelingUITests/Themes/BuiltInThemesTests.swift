import LabelingUI
import Terminal
import Testing

/// What every theme that ships must hold to.
@Suite struct BuiltInThemesTests {
  private static let names = ThemeCatalog.builtIn.names

  @Test func `the promised themes are there`() {
    #expect(Self.names == ["default-dark", "default-light", "mono"])
  }

  @Test(arguments: names, [ColorDepth.direct, .indexed])
  func `every role can be read on the assumed background`(name: String, depth: ColorDepth) throws {
    let theme = try ThemeCatalog.builtIn.theme(named: name)
    for role in Role.allCases {
      guard let contrast = theme.contrast(of: role, at: depth) else { continue }
      #expect(contrast >= role.leastContrast, "\(role.rawValue)")
    }
  }

  @Test(arguments: ["default-dark", "default-light"], [ColorDepth.direct, .indexed])
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

  private static let meanings: [[Role]] = [
    [.rank1, .rank2, .rankN, .rankTie, .rankNone],
    [.statusInfo, .statusWarn, .statusError],
    [.border, .borderFocus],
    [.paneTitle, .paneTitleFocus],
    [.gutter, .gutterFocus],
    [.text, .selection, .markMatch, .markMatchCurrent, .textStrong],
    [.text, .textEscape],
    [.diffSame, .diffAdded, .diffMissing, .diffUnique, .diffChanged, .diffMoved],
    [.menu, .menuSelected],
    [.input, .inputError, .inputPlaceholder],
    [.dialog, .dialogDanger],
    [.progressDone, .progressTodo],
    [.scrollbar, .scrollbarThumb],
  ]

  @Test(arguments: names, [ColorDepth.mono, .eight, .sixteen])
  func `roles with a meaning differ without color`(name: String, depth: ColorDepth) throws {
    let theme = try ThemeCatalog.builtIn.theme(named: name)
    for group in Self.meanings {
      // Not every terminal has dim and italic.
      let looks = group.map {
        theme.style(of: $0, at: depth).attributes.intersection([.bold, .underline, .reverse])
      }
      #expect(Set(looks).count == group.count, "\(group.map(\.rawValue))")
    }
  }

  @Test(arguments: ["default-dark", "default-light"], [ColorDepth.direct, .indexed])
  func `runs, ranks and differences are told apart by color too`(name: String, depth: ColorDepth) throws {
    let theme = try ThemeCatalog.builtIn.theme(named: name)
    let runs = try [Role.run1, .run2, .run3, .run4].map { try lab(theme.style(of: $0, at: depth).foreground) }
    let ranks = try [Role.rank1, .rank2, .rankN, .rankTie].map {
      try lab(theme.style(of: $0, at: depth).background)
    }
    let changes = try [Role.diffAdded, .diffMissing].map {
      try lab(theme.style(of: $0, at: depth).background)
    }
    for group in [runs, ranks, changes] {
      for (index, color) in group.enumerated() {
        for other in group[(index + 1)...] { #expect(color.difference(from: other) >= 8) }
      }
    }
  }

  private func lab(_ color: Color?) throws -> OKLab {
    OKLab(try #require(color.flatMap(LinearColor.init)))
  }
}
