import Terminal
import Testing

@Suite struct StyleSheetTests {
  private let gray = Color.rgb(red: 128, green: 128, blue: 128)
  private let blue = Color.rgb(red: 0, green: 0, blue: 255)

  private func style(_ role: Role, at depth: ColorDepth, of sheet: StyleSheet) -> Style {
    Theme(name: "test", sheet: sheet).style(of: role, at: depth)
  }

  @Test func `what a role leaves open comes from its parents, piece by piece`() {
    let sheet = StyleSheet(roles: [
      .text: PartialStyle(foreground: .color(gray)),
      .status: PartialStyle(background: .color(blue), attributes: .bold),
      .statusError: PartialStyle(attributes: .underline),
    ])
    #expect(
      style(.statusError, at: .direct, of: sheet)
        == Style(foreground: gray, background: blue, attributes: .underline))
  }

  @Test func `a role can go back to the terminal's own color`() {
    let sheet = StyleSheet(roles: [
      .text: PartialStyle(foreground: .color(gray)), .hint: PartialStyle(foreground: .terminal),
    ])
    #expect(style(.hint, at: .direct, of: sheet).foreground == nil)
  }

  @Test func `an entry for 256 colors replaces the whole entry`() {
    let sheet = StyleSheet(
      roles: [.diffAdded: PartialStyle(foreground: .color(gray), attributes: .bold)],
      roles256: [.diffAdded: PartialStyle(background: .color(.palette(58)))])
    #expect(style(.diffAdded, at: .indexed, of: sheet) == Style(background: .palette(58)))
    #expect(style(.diffAdded, at: .direct, of: sheet) == Style(foreground: gray, attributes: .bold))
  }

  @Test func `few colors start from the attributes of mono, not from the colors of roles`() {
    let sheet = StyleSheet(
      roles: [.selection: PartialStyle(background: .color(blue), attributes: .italic)],
      roles16: [.run1: PartialStyle(foreground: .color(.palette(14)))],
      mono: [.selection: PartialStyle(attributes: .reverse), .run1: PartialStyle(attributes: .bold)])
    #expect(style(.selection, at: .sixteen, of: sheet) == Style(attributes: .reverse))
    #expect(style(.run1, at: .sixteen, of: sheet) == Style(foreground: .palette(14)))
    #expect(style(.run1, at: .eight, of: sheet) == Style(foreground: .palette(6)))
    #expect(style(.run1, at: .mono, of: sheet) == Style(attributes: .bold))
  }

  @Test func `a depth without a table looks like the next lower one`() {
    let mono = StyleSheet(mono: [.selection: PartialStyle(attributes: .reverse)])
    for depth in ColorDepth.allCases {
      #expect(style(.selection, at: depth, of: mono) == Style(attributes: .reverse))
    }
    let few = StyleSheet(roles16: [.hint: PartialStyle(foreground: .color(.palette(2)))])
    #expect(style(.hint, at: .direct, of: few).foreground == .palette(2))
    #expect(style(.hint, at: .mono, of: few).foreground == nil)
  }

  @Test func `a theme's background is that of every role which has none`() {
    let sheet = StyleSheet(roles: [
      .background: PartialStyle(background: .color(blue)), .status: PartialStyle(background: .color(gray)),
      .hint: PartialStyle(background: .terminal),
    ])
    #expect(style(.text, at: .direct, of: sheet).background == blue)
    #expect(style(.statusError, at: .direct, of: sheet).background == gray)
    #expect(style(.hint, at: .direct, of: sheet).background == nil)
  }

  @Test func `an overlay replaces entries and keeps the others`() {
    let base = StyleSheet(mono: [
      .hint: PartialStyle(attributes: .bold), .selection: PartialStyle(attributes: .reverse),
    ])
    let joined = base.overlaid(with: StyleSheet(mono: [.hint: PartialStyle(attributes: .dim)]))
    #expect(joined.mono[.hint]?.attributes == .dim)
    #expect(joined.mono[.selection]?.attributes == .reverse)
  }
}
