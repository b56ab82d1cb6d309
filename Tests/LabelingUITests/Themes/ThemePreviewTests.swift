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
}
