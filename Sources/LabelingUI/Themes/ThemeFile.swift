import TOMLKit
import Terminal

/// A theme file, read but not yet joined with what it inherits from.
///
/// ```toml
/// name = "my-theme"
/// variant = "dark"             # or "light", "any"
/// assume_bg = "#16181d"        # what contrast is reckoned against
/// inherits = "mono"
/// contrast = 7                 # promises: what the lint holds the theme to, 4.5 and 8 if they are not there
/// difference = 10
///
/// [palette]
/// blue = "#56b4e9"
///
/// [roles]
/// text = "#d8dee9"             # a color alone is the foreground
/// "run.1" = { fg = "blue", bg = "default", modifiers = ["bold"] }
///
/// [symbols]
/// set = "ascii"                # or "unicode", which terminals that can show it get without being asked
/// "focus.mark" = "▶"           # one character of one column
/// ```
///
/// `[roles256]`, `[roles16]` and `[mono]` are as `[roles]`, for fewer colors.
struct ThemeFile: Equatable, Sendable {
  enum Table: String, CaseIterable, Sendable {
    case roles, roles256, roles16, mono
  }

  /// What a table says of one role.
  struct Entry: Equatable, Sendable {
    var foreground: ThemeColor?
    var background: ThemeColor?
    var attributes: Style.Attributes?
    let place: Place

    /// The names of the palette that it uses.
    var colorNames: [String] {
      [foreground, background].compactMap { if case .named(let name)? = $0 { name } else { nil } }
    }
  }

  /// A color of the palette.
  struct NamedColor: Equatable, Sendable {
    let paint: PartialStyle.Paint
    let place: Place
  }

  /// What it says of marks.
  struct Symbols: Equatable, Sendable {
    var repertoire: Repertoire?
    var glyphs: [SymbolSet.Symbol: Glyph] = [:]
  }

  /// Where something stands, for messages about it.
  struct Place: Equatable, Sendable {
    let file: String
    let line: Int?
    let path: [String]

    func fault(_ problem: ThemeFault.Problem) -> ThemeFault {
      ThemeFault(file: file, line: line, path: path, problem: problem)
    }
  }

  /// The theme it builds on.
  struct Parent: Equatable, Sendable {
    let name: String
    let place: Place
  }

  let name: String
  var variant = Theme.Variant.any
  var assumedBackground: Color?
  var parent: Parent?
  var contrast: Double?
  var difference: Double?
  var palette: [String: NamedColor] = [:]
  var tables: [Table: [Role: Entry]] = [:]
  var symbols = Symbols()

  /// Reads the text of a file; `path` is for messages.
  init(_ text: String, name: String, path: String) throws(InvalidTheme) {
    var reader = ThemeFileReader(path: path, text: text)
    self = try reader.read(name: name)
  }

  init(name: String) {
    self.name = name
  }
}
