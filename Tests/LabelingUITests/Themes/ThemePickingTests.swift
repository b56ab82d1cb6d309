import Preference
import Terminal
import TestSupport
import Testing

@testable import LabelingUI

@Suite struct ThemePickingTests {
  private static let mine = "inherits = \"default-dark\"\n[palette]\nrun1 = \"#ff00ff\""

  private func source(_ name: String, _ text: String) -> ThemeCatalog.Source {
    ThemeCatalog.Source(name: name, path: "/home/ada/themes/\(name).toml", text: text)
  }

  private func front(
    using name: String = "default-dark", with sources: [ThemeCatalog.Source] = [],
    size: Size = Size(columns: 80, rows: 24)
  ) throws -> FrontDriver {
    var front = FrontDriver([ScreenTests.pair], size: size)
    let catalog = sources.reduce(into: ThemeCatalog.builtIn) { $0.add($1) }
    front.model.themes = ThemeSelection(catalog: catalog, current: try catalog.theme(named: name))
    return front
  }

  private func shown(by front: FrontDriver) -> [String] {
    front.outside.compactMap { if case .useTheme(let theme) = $0 { theme.name } else { nil } }
  }

  @Test func `each theme is shown as soon as it is selected, and Enter keeps it`() throws {
    var front = try front()
    front.press(.letter("t"), Key(.down), Key(.down))
    #expect(shown(by: front) == ["default-light", "high-contrast-dark"])
    #expect(front.text.contains("▌ high-contrast-dark"))
    front.press(Key(.enter))
    #expect(front.model.themes.current.name == "high-contrast-dark")
    #expect(front.lastLine.contains("theme = \"high-contrast-dark\" in config.toml keeps it"))
    #expect(shown(by: front).count == 2)
  }

  @Test(arguments: [Key(.escape), .letter("q"), .letter("t")])
  func `the theme from before comes back`(key: Key) throws {
    var front = try front(using: "nord")
    front.press(.letter("t"), Key(.end), Key(.up), key)
    #expect(shown(by: front) == ["tokyo-night", "solarized-dark", "nord"])
    #expect(front.model.themes.current.name == "nord")
    #expect(front.model.themePicker == nil)
    #expect(!front.outside.contains(.quit))
  }

  @Test func `no key on the list judges`() throws {
    var front = try front()
    front.press(.letter("t"), .letter("a"), .letter("b"), .letter("="), .letter("x"))
    #expect(front.decisions.isEmpty)
    #expect(front.model.themePicker != nil)
  }

  @Test func `a broken theme says why, and the one before stays`() throws {
    var front = try front(using: "tokyo-night", with: [source("broken", "[roles]\nhnit = 3\n")])
    front.press(.letter("t"), Key(.down))
    #expect(shown(by: front).isEmpty)
    #expect(front.text.contains("/home/ada/themes/broken.toml:2: roles.hnit: there is no such role"))
    front.press(Key(.up), Key(.enter))
    #expect(front.model.themes.current.name == "tokyo-night")
  }

  @Test func `a theme in use follows its file`() throws {
    var front = try front(using: "mine", with: [source("mine", Self.mine)])
    let changed = source("mine", Self.mine.replacing("#ff00ff", with: "#00ffff"))
    front.send(.themesChanged([changed]))
    #expect(shown(by: front) == ["mine"])
    #expect(front.model.themes.current.style(of: .run1, at: .direct).foreground == Color(hex: "#00ffff"))
    #expect(front.lastLine.contains("theme mine as it was just saved"))
    front.send(.themesChanged([changed, source("other", "")]))
    #expect(shown(by: front).count == 1)
  }

  @Test func `a theme in use outlives a mistake in its file, and the removal of it`() throws {
    var front = try front(using: "mine", with: [source("mine", Self.mine)])
    let theme = front.model.themes.current
    front.send(.themesChanged([source("mine", "[palette]\nrun1 = \"#f\"\n[roles]\nx = 1\n")]))
    #expect(front.text.contains("the theme stays as it was: /home/ada/themes/mine.toml:2: palette.run1"))
    #expect(front.text.contains("(and 1 more"))
    front.send(.themesChanged([]))
    #expect(front.text.contains("there is no theme 'mine'"))
    #expect(shown(by: front).isEmpty && front.model.themes.current == theme)
  }

  @Test func `a theme that was broken at the start is taken up when its file is mended`() throws {
    let broken = source("mine", "[palette]\nrun1 = \"#f\"\n")
    for looks in [false, true] {
      var front = try front()
      let themes = ThemeSelection(
        catalog: [broken].reduce(into: .builtIn) { $0.add($1) },
        current: try ThemeCatalog.builtIn.theme(named: "default-dark"), wanted: "mine")
      front.model.themes = try ThemeSelection(Field(value: themes.json, path: .record))
      if looks { front.press(.letter("t"), Key(.down), Key(.escape)) }
      front.send(.themesChanged([broken]))
      #expect(front.model.themes.current.name == "default-dark")
      front.send(.themesChanged([source("mine", Self.mine)]))
      #expect(front.model.themes.current.name == "mine")
      #expect(front.lastLine.contains("theme mine as it was just saved"))
    }
  }

  @Test func `what stood in for a broken theme and was kept stays`() throws {
    var front = try front()
    front.model.themes = ThemeSelection(
      current: try ThemeCatalog.builtIn.theme(named: "default-dark"), wanted: "mine")
    front.press(.letter("t"), Key(.enter))
    front.send(.themesChanged([source("mine", Self.mine)]))
    #expect(front.model.themes.current.name == "default-dark")
  }

  @Test func `a new file is on the open list, and the selection stays`() throws {
    var front = try front(using: "nord")
    front.press(.letter("t"))
    front.send(.themesChanged([source("mine", Self.mine)]))
    #expect(front.text.contains("▌ nord"))
    #expect(front.model.themePicker?.names.last == "mine")
  }

  @Test func `the marks are the theme's`() throws {
    let marks = source(
      "mine", "inherits = \"mono\"\n[symbols]\n\"focus.mark\" = \"█\"\n\"focus.horizontal\" = \"═\"")
    let front = try front(using: "mine", with: [marks])
    #expect(front.text.contains("█Sunlight"))
    #expect(front.text.contains("═ [A] ═"))
  }

  @Test(arguments: ScreenTests.sizes) func `the list`(size: Size) throws {
    var front = try front(size: size)
    front.press(.letter("t"), Key(.down))
    expectSnapshot(front.model.frame().snapshot, named: "themes-\(size.columns)x\(size.rows)")
  }

  @Test func `every size draws the list`() throws {
    for columns in [1, 5, 20, 30, 300] {
      for rows in [1, 2, 3, 5, 8, 60] {
        var front = try front(size: Size(columns: columns, rows: rows))
        front.press(.letter("t"), Key(.end))
        #expect(front.model.frame().surface.size == Size(columns: columns, rows: rows))
      }
    }
  }
}
