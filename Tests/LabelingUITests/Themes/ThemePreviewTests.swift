import Terminal
import Testing

@testable import LabelingUI

@Suite struct ThemePreviewTests {
  @Test(arguments: [20, 80, 120, 200])
  func `every role is shown by its name, at every width`(columns: Int) throws {
    let theme = try ThemeCatalog.builtIn.theme(named: "default-dark")
    let surfaces = ThemePreview(theme, columns: columns).surfaces
    #expect(Set(surfaces.flatMap(\.cells).map(\.role)) == Set(Role.allCases))
    #expect(surfaces.allSatisfy { $0.size.columns == columns })
    let text = surfaces.flatMap(\.rowsOfText).joined(separator: "\n")
    for role in Role.allCases { #expect(text.contains(" \(role.rawValue)"), "\(role.rawValue)") }
  }

  @Test func `a terminal narrower than a screen gets the smallest one`() throws {
    let theme = try ThemeCatalog.builtIn.theme(named: "mono")
    #expect(ThemePreview(theme, columns: 1).surfaces.allSatisfy { $0.size.columns == 20 })
  }

  @Test func `all of it and a prompt stand on a screen of 80×24, under the name of the theme`() throws {
    let surfaces = ThemePreview(try ThemeCatalog.builtIn.theme(named: "nord"), columns: 80).surfaces
    #expect(surfaces.map(\.size.rows).reduce(1, +) <= 24)
    #expect(surfaces.first?.rowsOfText.first?.contains("nord") == true)
  }
}
