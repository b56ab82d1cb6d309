import Terminal
import Testing

@Suite struct ThemeLintTests {
  private func color(_ hex: String) throws -> PartialStyle.Paint { .color(try #require(Color(hex: hex))) }

  /// Findings of a theme in which all that is not given is plain text.
  private func findings(
    _ roles: [Role: PartialStyle], roles256: StyleSheet.Table = [:], roles16: StyleSheet.Table = [:],
    ground: String? = "#000000", at depth: ColorDepth = .direct, _ change: (inout Theme) -> Void = { _ in }
  ) throws -> [ThemeFinding] {
    var roles = roles
    roles.merge([.text: PartialStyle(foreground: try color("#ffffff"))]) { given, _ in given }
    var theme = Theme(
      name: "t", sheet: StyleSheet(roles: roles, roles256: roles256, roles16: roles16))
    theme.assumedBackground = try ground.map { try #require(Color(hex: $0)) }
    change(&theme)
    return ThemeLint(theme).findings.filter { $0.depth == depth }
  }

  private func problems(of role: Role, in findings: [ThemeFinding]) -> [ThemeFinding.Problem] {
    findings.filter { $0.role == role }.map(\.problem)
  }

  @Test func `text needs a contrast of 4.5, a line 3, and what is better overlooked none`() throws {
    let dim = PartialStyle(foreground: try color("#666666"))  // 3.66 on black
    let findings = try findings([.hint: dim, .gutter: dim, .diffFiller: dim])
    guard case .contrast(let contrast, least: 4.5)? = problems(of: .hint, in: findings).first else {
      Issue.record("\(findings)")
      return
    }
    #expect(abs(contrast - 3.66) < 0.01)
    #expect(!findings.contains { if case .contrast = $0.problem { $0.role != .hint } else { false } })
  }

  @Test func `a theme can promise more`() throws {
    let gray = PartialStyle(foreground: try color("#888888"))  // 5.92 on black
    #expect(problems(of: .hint, in: try findings([.hint: gray])).isEmpty)
    let strict = try findings([.hint: gray]) { $0.promises.contrast = 7 }
    #expect(problems(of: .hint, in: strict).count == 1)
  }

  @Test func `colors are judged as the depth shows them`() throws {
    let tints: [Role: PartialStyle] = [
      .diffAdded: PartialStyle(foreground: try color("#ffe9b0"), background: try color("#5a4300")),
      .diffMissing: PartialStyle(foreground: try color("#cfe8ff"), background: try color("#12405f")),
    ]
    func areNear(_ findings: [ThemeFinding]) -> Bool {
      problems(of: .diffAdded, in: findings).contains {
        if case .nearness(to: .diffMissing, _, _, _) = $0 { true } else { false }
      }
    }
    #expect(!areNear(try findings(tints)))
    #expect(areNear(try findings(tints, at: .indexed)))
    let named: StyleSheet.Table = [
      .diffAdded: PartialStyle(foreground: .color(.palette(223)), background: .color(.palette(58))),
      .diffMissing: PartialStyle(foreground: .color(.palette(254)), background: .color(.palette(24))),
    ]
    #expect(!areNear(try findings(tints, roles256: named, at: .indexed)))
  }

  @Test func `the kind of color vision that sees least is named`() throws {
    let findings = try findings([
      .rank1: PartialStyle(background: try color("#4b1818")),
      .rank2: PartialStyle(background: try color("#173b17")),
    ])
    let found = problems(of: .rank1, in: findings).contains {
      if case .nearness(to: .rank2, _, least: 8, vision: .deuteranopia) = $0 { true } else { false }
    }
    #expect(found)
  }

  @Test func `boldness does not tell two runs apart, an underline does`() throws {
    func near(_ attributes: Style.Attributes) throws -> Bool {
      let blue = try color("#56b4e9")
      let findings = try findings([
        .run1: PartialStyle(foreground: blue),
        .run2: PartialStyle(foreground: blue, attributes: attributes),
      ])
      return problems(of: .run1, in: findings).contains {
        if case .nearness(to: .run2, _, _, _) = $0 { true } else { false }
      }
    }
    #expect(try near(.bold))
    #expect(try !near(.underline))
  }

  @Test(arguments: [ColorDepth.mono, .eight, .sixteen])
  func `with few colors only attributes tell meanings apart`(depth: ColorDepth) throws {
    let colors: StyleSheet.Table = [
      .menuSelected: PartialStyle(foreground: .color(.palette(6))),
      .paneTitleFocus: PartialStyle(attributes: .reverse),
    ]
    let findings = try findings([:], roles16: colors, at: depth)
    #expect(problems(of: .menu, in: findings) == [.sameAttributes(as: .menuSelected)])
    #expect(
      problems(of: .paneTitle, in: findings)
        == (depth == .mono ? [.sameAttributes(as: .paneTitleFocus)] : []))
  }

  @Test func `a color on one of the terminal's own cannot be judged`() throws {
    let background = PartialStyle(foreground: .terminal, background: try color("#202020"))
    #expect(problems(of: .hint, in: try findings([.hint: background])) == [.meetsUnknownColor])
    #expect(problems(of: .hint, in: try findings([:], ground: nil)) == [.meetsUnknownColor])
    let ansi = PartialStyle(foreground: .color(.palette(6)))
    #expect(problems(of: .hint, in: try findings([.hint: ansi])).isEmpty)
  }

  @Test func `with few colors backgrounds are the terminal's`() throws {
    let table: StyleSheet.Table = [
      .hint: PartialStyle(foreground: .color(.palette(3)), background: .color(.palette(4)))
    ]
    #expect(
      problems(of: .hint, in: try findings([:], roles16: table, at: .sixteen)) == [.meetsUnknownColor])
  }

  @Test(arguments: [
    (Theme.Variant.dark, [UInt8](arrayLiteral: 0, 8)), (.light, [7, 15]), (.any, [0, 7, 8, 15]),
  ])
  func `the palette's grays may be the background's color`(variant: Theme.Variant, unsafe: [UInt8]) throws {
    for index in UInt8(0)...15 {
      let table: StyleSheet.Table = [.hint: PartialStyle(foreground: .color(.palette(index)))]
      let findings = try findings([:], roles16: table, at: .sixteen) { $0.variant = variant }
      #expect(problems(of: .hint, in: findings) == (unsafe.contains(index) ? [.mayVanish] : []))
    }
  }
}
