import Terminal
import Testing

@testable import TerminalNcurses

@Suite struct TerminalTypeTests {
  private static let entries: [String: TerminalDescription] = [
    "xterm": description("xterm", colors: 8),
    "xterm-16color": description("xterm-16color", colors: 16),
    "xterm-256color": description("xterm-256color", colors: 256),
    "xterm-direct": description("xterm-direct", colors: 1 << 24, direct: true),
    "screen-256color": description("screen-256color", colors: 256),
    "vt100": description("vt100", colors: 0),
    "dumb": TerminalDescription(type: "dumb", canMoveCursor: false),
  ]

  private static func description(_ type: String, colors: Int, direct: Bool = false) -> TerminalDescription {
    TerminalDescription(type: type, colors: colors, takesDirectColor: direct)
  }

  private func choose(
    _ type: String?, colorSupport: String? = nil, noColor: String? = nil, color: ColorChoice = .auto
  ) throws(TerminalError) -> TerminalType {
    let environment = TerminalEnvironment(type: type, colorSupport: colorSupport, noColor: noColor)
    return try TerminalType.choose(for: environment, color: color) { Self.entries[$0] }
  }

  @Test(arguments: [
    ("xterm", ColorDepth.eight), ("xterm-16color", .sixteen), ("xterm-256color", .indexed), ("vt100", .mono),
    ("xterm-direct", .direct),
  ])
  func `the depth is what terminfo says`(type: String, depth: ColorDepth) throws {
    #expect(try choose(type).depth == depth)
  }

  @Test func `a terminal that claims 24-bit color is driven by its direct entry`() throws {
    let chosen = try choose("xterm-256color", colorSupport: "truecolor")
    #expect(chosen.description.type == "xterm-direct")
    #expect(chosen.depth == .direct)
  }

  @Test func `without a direct entry, 24-bit color becomes 256`() throws {
    let chosen = try choose("screen-256color", colorSupport: "24bit")
    #expect(chosen.description.type == "screen-256color")
    #expect(chosen.depth == .indexed)
  }

  @Test(arguments: [
    "xterm-kitty", "xterm-ghostty", "foot-extra", "wezterm", "alacritty", "rio", "unheard-256color",
  ])
  func `a terminal of a known family without an entry is taken for an xterm`(type: String) throws {
    #expect(try choose(type).description.type == "xterm-256color")
  }

  @Test func `any other unknown type is refused by name`() {
    #expect(throws: TerminalError.unknownType("nonesuch")) { try choose("nonesuch") }
  }

  @Test(arguments: [nil, ""] as [String?])
  func `no type at all is refused`(type: String?) {
    #expect(throws: TerminalError.unsetType) { try choose(type) }
  }

  @Test func `a type that cannot place the cursor is refused`() {
    #expect(throws: TerminalError.incapableType("dumb")) { try choose("dumb") }
  }

  @Test func `NO_COLOR counts when it is not empty`() throws {
    #expect(try choose("xterm-256color", noColor: "1").depth == .mono)
    #expect(try choose("xterm-256color", noColor: "").depth == .indexed)
  }

  @Test(arguments: [
    (ColorChoice.always, ColorDepth.indexed), (.never, .mono), (.sixteen, .sixteen), (.indexed, .indexed),
    (.direct, .direct),
  ])
  func `what the user asks for wins over NO_COLOR`(color: ColorChoice, depth: ColorDepth) throws {
    #expect(try choose("xterm-256color", noColor: "1", color: color).depth == depth)
  }

  @Test func `nobody gets more colors than the terminal has`() throws {
    #expect(try choose("xterm", color: .indexed).depth == .eight)
    #expect(try choose("vt100", color: .direct).depth == .mono)
  }
}
