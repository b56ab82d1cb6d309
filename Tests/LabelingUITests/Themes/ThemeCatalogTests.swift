import Terminal
import Testing

@testable import LabelingUI

@Suite struct ThemeCatalogTests {
  private func theme(_ text: String, beside others: [String: String] = [:]) throws(InvalidTheme) -> Theme {
    var catalog = ThemeCatalog(sources: [ThemeCatalog.Source(name: "mine", path: "mine.toml", text: text)])
    for (name, text) in others {
      catalog.add(ThemeCatalog.Source(name: name, path: "\(name).toml", text: text))
    }
    return try catalog.theme(named: "mine")
  }

  private func message(_ text: String, beside others: [String: String] = [:]) -> String {
    do {
      _ = try theme(text, beside: others)
      return "no fault"
    } catch {
      return error.description
    }
  }

  @Test func `colors and modifiers of a file arrive in the theme`() throws {
    let theme = try theme(
      """
      name = "mine"
      variant = "dark"
      assume_bg = "#101010"
      [palette]
      sky = "#56b4e9"
      [roles]
      text = "#d8dee9"
      "run.1" = { fg = "sky", bg = 58, modifiers = ["bold", "underline"] }
      hint = { fg = "bright-blue", bg = "default" }
      """)
    #expect(theme.variant == .dark)
    #expect(theme.assumedBackground == Color(hex: "#101010"))
    #expect(
      theme.style(of: .run1, at: .direct)
        == Style(
          foreground: Color(hex: "#56b4e9"), background: .palette(58), attributes: [.bold, .underline]))
    #expect(theme.style(of: .hint, at: .direct) == Style(foreground: .palette(12)))
    #expect(theme.style(of: .status, at: .direct).foreground == Color(hex: "#d8dee9"))
  }

  @Test func `an heir can give the names of its parent's palette other colors`() throws {
    let parent =
      "assume_bg = \"#000000\"\n[palette]\naccent = \"#111111\"\n[roles]\nhint = \"accent\"\ntext = \"accent\""
    let theme = try theme(
      "inherits = \"base\"\n[palette]\naccent = \"#222222\"\n[roles]\ntext = \"#333333\"",
      beside: ["base": parent])
    #expect(theme.style(of: .hint, at: .direct).foreground == Color(hex: "#222222"))
    #expect(theme.style(of: .text, at: .direct).foreground == Color(hex: "#333333"))
    #expect(theme.assumedBackground == Color(hex: "#000000"))
  }

  @Test func `promises and symbols of a file arrive in the theme, and in its heirs`() throws {
    let parent =
      "contrast = 7\ndifference = 10.5\n[symbols]\nset = \"ascii\"\n\"focus.mark\" = \"▶\"\nvertical = \"!\""
    let theme = try theme(
      "inherits = \"base\"\ncontrast = 9\n[symbols]\nvertical = \"║\"", beside: ["base": parent])
    #expect(theme.promises.contrast == 9)
    #expect(theme.promises.difference == 10.5)
    #expect(theme.symbols.glyph(.focusMark, for: .unicode).text == "▶")
    #expect(theme.symbols.glyph(.vertical, for: .unicode).text == "║")
    #expect(theme.symbols.glyph(.horizontal, for: .unicode).text == "-")
    #expect(theme.symbols.glyph(.focusMark, for: .ascii).text == ">")
  }

  @Test(arguments: [
    ("varient = \"dark\"", "mine.toml:1: varient: there is no such key; did you mean 'variant'?"),
    ("variant = \"night\"", "mine.toml:1: variant: expected \"dark\", \"light\" or \"any\""),
    ("name = \"other\"", "mine.toml:1: name: expected the file's own name, \"mine\""),
    ("inherits = 3", "mine.toml:1: inherits: expected the name of a theme"),
    ("assume_bg = \"blue\"", "mine.toml:1: assume_bg: expected a color such as \"#16181d\""),
    (
      "[roles]\n\"run.9\" = \"red\"",
      "mine.toml:2: roles.\"run.9\": there is no such role; did you mean 'run.1'?"
    ),
    (
      "[roles]\nrun.1 = \"red\"",
      "mine.toml:2: roles.run: there is no such role; a name with a dot needs quotes: \"run.1\""
    ),
    ("[roles]\nhint = { colour = \"red\" }", "mine.toml:2: roles.hint.colour: there is no such key"),
    (
      "[roles]\nhint = 256",
      "mine.toml:2: roles.hint: expected a color: a name, \"#rrggbb\", or a number from 0 to 255"
    ),
    (
      "[roles]\nhint = true",
      "mine.toml:2: roles.hint: expected a color: a name, \"#rrggbb\", or a number from 0 to 255"
    ),
    ("roles = 1", "mine.toml:1: roles: expected a table"),
    (
      "[roles]\nhint = { modifiers = [\"blod\"] }",
      "mine.toml:2: roles.hint.modifiers: 'blod' is no modifier; did you mean 'bold'?: use bold, dim, italic, underline, reverse"
    ),
    (
      "[mono]\nhint = \"red\"",
      "mine.toml:2: mono.hint: expected modifiers only: terminals without color have none"
    ),
    (
      "[roles16]\nhint = \"#ff0000\"",
      "mine.toml:2: roles16.hint: expected an ANSI name such as \"cyan\", or \"default\": terminals of 16 colors have no others"
    ),
    ("contrast = 3", "mine.toml:1: contrast: expected a number from 4.5 to 21.0"),
    ("difference = \"much\"", "mine.toml:1: difference: expected a number from 8.0 to 50.0"),
    ("[symbols]\nset = \"emoji\"", "mine.toml:2: symbols.set: expected \"unicode\" or \"ascii\""),
    (
      "[symbols]\n\"focus.mrak\" = \"x\"",
      "mine.toml:2: symbols.\"focus.mrak\": there is no such key; did you mean 'focus.mark'?"
    ),
    (
      "[symbols]\n\"focus.mark\" = \"漢\"",
      "mine.toml:2: symbols.\"focus.mark\": expected one character that takes one column, such as \"▌\""
    ),
    (
      "[symbols]\nhorizontal = \"\\u202e\"",
      "mine.toml:2: symbols.horizontal: expected one character that takes one column, such as \"▌\""
    ),
    ("inherits = \"momo\"", "mine.toml:1: inherits: there is no theme 'momo'; did you mean 'mono'?"),
    ("inherits = \"mine\"", "mine.toml:1: inherits: a theme cannot inherit from itself: mine → mine"),
  ])
  func `a mistake is named with its place and what was expected`(text: String, expected: String) {
    #expect(message(text, beside: ["mono": ""]) == expected)
  }

  @Test func `an unknown color is named with what it may mean`() {
    let message = message("[palette]\naccent = \"#111111\"\n\n[roles]\nhint = \"acent\"")
    #expect(message.hasPrefix("mine.toml:5: roles.hint: 'acent' is no color; did you mean 'accent'?"))
  }

  @Test func `a fault in the palette's own colors is found too`() {
    #expect(
      message("[palette]\naccent = \"#11111\"").hasPrefix("mine.toml:2: palette.accent: '#11111' is no color")
    )
  }

  @Test func `all faults of a file are told, in their order`() {
    let lines = message("[roles]\nhint = true\nnonsense = \"red\"\n[mono]\ntext = { fg = 3, modifiers = 1 }")
      .split(separator: "\n")
    #expect(lines.map { $0.prefix(12) } == ["mine.toml:2:", "mine.toml:3:", "mine.toml:5:"])
  }

  @Test func `what is not TOML is told with its line`() {
    #expect(message("name = \"mine\"\n[roles\n").hasPrefix("mine.toml:2: not valid TOML: "))
  }

  @Test func `an unknown theme is told with the nearest`() {
    #expect(throws: InvalidTheme.self) { try ThemeCatalog.builtIn.theme(named: "default-drak") }
    do {
      _ = try ThemeCatalog.builtIn.theme(named: "default-drak")
    } catch {
      #expect(error.description == "--theme: there is no theme 'default-drak'; did you mean 'default-dark'?")
    }
  }

  @Test func `a user's theme takes the place of a built-in one`() throws {
    var catalog = ThemeCatalog.builtIn
    let count = catalog.names.count
    catalog.add(
      ThemeCatalog.Source(name: "mono", path: "mono.toml", text: "[mono]\nhint = { modifiers = [\"bold\"] }"))
    #expect(catalog.names.count == count)
    #expect(try catalog.theme(named: "mono").style(of: .hint, at: .mono).attributes == .bold)
  }
}
