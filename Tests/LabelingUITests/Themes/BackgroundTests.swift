import Terminal
import Testing

@testable import LabelingUI

@Suite("Background") struct BackgroundTests {
  @Test(arguments: [
    (0, 0, 0, Background.dark), (0xFFFF, 0xFFFF, 0xFFFF, .light), (0x1616, 0x1818, 0x1D1D, .dark),
    (0xFDFD, 0xF6F6, 0xE3E3, .light), (0, 0, 0xFFFF, .dark), (0, 0xFFFF, 0, .light), (0xFFFF, 0, 0, .dark),
  ])
  func `is light when it looks bright`(red: Int, green: Int, blue: Int, background: Background) {
    #expect(Background(.background(red: red, green: green, blue: blue)) == background)
  }

  @Test func `is what the user switched to, and other reports tell nothing of it`() {
    #expect(
      Background(.colorScheme(isDark: true)) == .dark && Background(.colorScheme(isDark: false)) == .light)
    #expect(Background(.deviceAttributes) == nil && Background(.mode(2026, .set)) == nil)
  }

  private func front(_ name: String, follows: Bool) throws -> FrontDriver {
    var front = FrontDriver(texts: [["one", "two"]])
    front.model.themes = ThemeSelection(
      current: try ThemeCatalog.builtIn.theme(named: name), followsBackground: follows)
    return front
  }

  @Test func `that is told late changes a theme that goes by it`() throws {
    var front = try front("default-dark", follows: true)
    front.send(.backgroundReported(.dark))
    #expect(front.outside.isEmpty)
    front.send(.backgroundReported(.light))
    #expect(front.model.themes.current.name == "default-light")
    #expect(front.outside == [.useTheme(front.model.themes.current)])
    front.send(.backgroundReported(.dark))
    #expect(front.model.themes.current.name == "default-dark")
  }

  @Test func `leaves a theme alone that was chosen`() throws {
    var front = try front("nord", follows: false)
    front.send(.backgroundReported(.light))
    #expect(front.model.themes.current.name == "nord" && front.outside.isEmpty)
  }

  @Test func `does not disturb who looks through the themes, nor who has kept one`() throws {
    var front = try front("default-dark", follows: true)
    front.type("t")
    front.send(.backgroundReported(.light))
    #expect(front.model.themes.current.name == "default-dark")
    front.press(Key(.enter))
    front.send(.backgroundReported(.light))
    #expect(front.model.themes.current.name == "default-dark")
  }
}
