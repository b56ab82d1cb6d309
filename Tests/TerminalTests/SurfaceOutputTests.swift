import Terminal
import Testing

@Suite struct SurfaceOutputTests {
  private let theme = Theme(
    name: "t",
    sheet: StyleSheet(
      roles: [
        .hint: PartialStyle(
          foreground: .color(.rgb(red: 255, green: 136, blue: 0)), background: .color(.palette(12)),
          attributes: [.bold, .underline])
      ], mono: [.hint: PartialStyle(attributes: .reverse)]))

  private var surface: Surface {
    var surface = Surface(size: Size(columns: 6, rows: 2))
    surface.write("漢b", at: Position(column: 1, row: 0), columns: 4, role: .hint)
    return surface
  }

  @Test func `a row has a sequence where the looks change, and ends as it began`() {
    #expect(
      surface.lines(in: theme, at: .direct) == [
        "\u{1B}[0m \u{1B}[0;1;4;38;2;255;136;0;104m漢b\u{1B}[0m  \u{1B}[0m", "\u{1B}[0m      \u{1B}[0m",
      ])
    #expect(surface.lines(in: theme, at: .mono)[0].contains("\u{1B}[0;7m漢b"))
  }

  @Test func `the lower eight colors and the gray ramp have their own forms`() {
    let theme = Theme(
      name: "t",
      sheet: StyleSheet(roles: [
        .hint: PartialStyle(foreground: .color(.palette(3)), background: .color(.palette(240)))
      ]))
    #expect(surface.lines(in: theme, at: .indexed)[0].contains("\u{1B}[0;33;48;5;240m"))
  }

  @Test func `plain rows have no blanks at their ends`() {
    #expect(surface.plainLines == [" 漢b", ""])
  }
}
