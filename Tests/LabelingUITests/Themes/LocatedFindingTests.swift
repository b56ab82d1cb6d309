import Terminal
import Testing

@testable import LabelingUI

@Suite struct LocatedFindingTests {
  private static let base = """
    assume_bg = "#000000"
    [palette]
    dark = "#333333"
    light = "#dddddd"
    [roles]
    text = "light"
    hint = "dark"
    "rank.1" = { bg = "dark" }
    [roles256]
    gutter = 235
    """

  private func findings(_ heir: String) throws -> [LocatedFinding] {
    let catalog = ThemeCatalog(sources: [
      .init(name: "base", path: "base.toml", text: Self.base),
      .init(name: "mine", path: "mine.toml", text: heir),
    ])
    return LocatedFinding.all(in: try catalog.resolve("mine", askedAt: "test"))
  }

  private func place(of role: Role, at depth: ColorDepth, in heir: String) throws -> String? {
    let found = try findings(heir).first {
      if case .contrast = $0.finding.problem {
        $0.finding.role == role && $0.finding.depth == depth
      } else {
        false
      }
    }
    return found.map { "\($0.file ?? ""):\($0.line ?? 0)" }
  }

  @Test func `a finding stands where the role's colors do`() throws {
    let heir = "inherits = \"base\"\n[roles]\nstatus = \"#444444\""
    #expect(try place(of: .hint, at: .direct, in: heir) == "base.toml:7")
    #expect(try place(of: .status, at: .direct, in: heir) == "mine.toml:3")
    #expect(try place(of: .statusError, at: .direct, in: heir) == "mine.toml:3")
    #expect(try place(of: .gutter, at: .indexed, in: heir) == "base.toml:10")
  }

  @Test func `or where a later file gave the color they use another value`() throws {
    let heir = "inherits = \"base\"\n[palette]\nlight = \"#222222\"\ndark = \"#444444\""
    #expect(try place(of: .hint, at: .direct, in: heir) == "mine.toml:4")
    #expect(try place(of: .text, at: .direct, in: heir) == "mine.toml:3")
  }

  @Test func `it is told with what was expected and what to do`() throws {
    let words = try findings("inherits = \"base\"").map(\.description)
    #expect(
      words.contains(
        "base.toml:7: hint in true color: contrast 1.66, expected 4.5 at least: make the text or its background lighter or darker"
      ))
    #expect(words.contains { $0.contains("without color: only color could tell it from") })
  }
}
