import Terminal
import Testing

@testable import LabelingUI

@Suite struct ThemeChoiceTests {
  @Test(arguments: [
    ("0;15", "default-light"), ("0;7", "default-light"), ("12;default;11", "default-light"),
    ("15;0", "default-dark"), ("7;8", "default-dark"), ("0;default", "default-dark"),
    ("0;16", "default-dark"),
    ("", "default-dark"), ("light", "default-dark"), ("0;-15", "default-dark"), (nil, "default-dark"),
  ])
  func `auto goes by the background that the terminal tells`(colors: String?, name: String) throws {
    #expect(ThemeChoice.auto.name(background: Background(colors: colors)) == name)
    #expect(try ThemeCatalog.builtIn.theme(named: name).name == name)
  }

  @Test func `a theme that was asked for is had on any background`() {
    #expect(ThemeChoice("auto") == .auto)
    #expect(ThemeChoice("mono").name(background: .light) == "mono")
  }
}
