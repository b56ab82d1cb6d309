import CNcursesw
import Terminal
import Testing

@testable import TerminalNcurses

extension CursesTests {
  @Suite struct NcursesBackendTests {
    @Test func `a frame is on the screen cell by cell`() throws {
      let screen = try CursesScreen()
      screen.show(["plain", "漢字 kana か\u{3099}", "e\u{301}\u{323} 👍", "│ box ┼"])
      #expect(screen.row(0) == "plain")
      #expect(Array(screen.row(1).unicodeScalars) == Array("漢字 kana か\u{3099}".unicodeScalars))
      #expect(Array(screen.row(2).unicodeScalars) == Array("e\u{301}\u{323} 👍".unicodeScalars))
      #expect(screen.row(3) == "│ box ┼")
    }

    @Test func `what follows a wide glyph stands where the surface has it`() throws {
      let screen = try CursesScreen()
      screen.show(["漢a字b"])
      #expect(screen.cell(2, 0).scalars == ["a"])
      #expect(screen.cell(5, 0).scalars == ["b"])
    }

    @Test func `a changed frame replaces what was there, halves of wide glyphs included`() throws {
      let screen = try CursesScreen()
      screen.show(["漢字漢字"])
      screen.show(["漢x字y"])
      #expect(screen.row(0) == "漢x字y")
      screen.show(["ab漢字"])
      #expect(screen.row(0) == "ab漢字")
      screen.show(["a漢字"])
      #expect(screen.row(0) == "a漢字")
      screen.show([])
      #expect(screen.row(0) == "")
    }

    @Test func `after any sequence of frames the screen holds the last`() throws {
      let screen = try CursesScreen(columns: 12, rows: 3)
      var random = SystemRandomNumberGenerator()
      let pieces = ["a", "b", " ", "漢", "字", "e\u{301}", "か\u{3099}", "👍", "│"]
      for _ in 0..<300 {
        let rows = (0..<3).map { _ in (0..<8).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
        var surface = Surface(size: screen.backend.size)
        for (row, text) in rows.enumerated() {
          surface.write(
            text, at: Position(column: Int.random(in: -2...4), row: row), columns: 12, role: .text)
        }
        screen.backend.present(Frame(surface: surface, cursor: Position(column: 0, row: 0)))
        for row in 0..<3 {
          try #require(
            screen.row(row).unicodeScalars.elementsEqual(shown(surface, row).unicodeScalars), "\(rows)")
        }
      }
    }

    private func shown(_ surface: Surface, _ row: Int) -> String {
      var text = String.UnicodeScalarView()
      for column in 0..<surface.size.columns {
        let cell = surface[Position(column: column, row: row)]
        guard cell.glyph.width > 0 else { continue }
        text.append(cell.glyph.base)
        for index in 0..<4 where cell.glyph.marks[index] != 0 {
          if let mark = Unicode.Scalar(cell.glyph.marks[index]) { text.append(mark) }
        }
      }
      let trailing = text.reversed().prefix { $0 == " " }.count
      return String(String.UnicodeScalarView(text.dropLast(trailing)))
    }

    @Test func `an equal frame sends nothing`() throws {
      let screen = try CursesScreen()
      screen.show(["one", "two"])
      _ = screen.sent()
      screen.show(["one", "two"])
      #expect(screen.sent() == [])
    }

    @Test func `only the difference is sent`() throws {
      let screen = try CursesScreen()
      screen.show(Array(repeating: String(repeating: "x", count: 80), count: 24))
      #expect(screen.sent().count > 80)
      screen.show(
        Array(repeating: String(repeating: "x", count: 79) + "y", count: 1)
          + Array(repeating: String(repeating: "x", count: 80), count: 23))
      #expect(screen.sent().count < 40)
    }

    @Test func `rows that moved are moved by the terminal`() throws {
      let screen = try CursesScreen(columns: 60, rows: 20)
      let rows = (0..<40).map { "row \($0) " + String(repeating: "x", count: 40) }
      screen.show(["title"] + rows[0..<18] + ["end"])
      _ = screen.sent()
      screen.show(["title"] + rows[1..<19] + ["end"])
      #expect(screen.sent().count < 100)
      #expect((0..<20).map(screen.row) == ["title"] + rows[1..<19] + ["end"])
    }

    @Test(arguments: ["xterm-256color", "vt100", "linux", "tmux-256color"])
    func `after any scrolling the screen holds the last frame`(type: String) throws {
      let screen = try CursesScreen(type: type, columns: 30, rows: 12, depth: .mono)
      var random = SystemRandomNumberGenerator()
      var top = 50
      for step in 0..<200 {
        top = min(max(top + Int.random(in: -4...4, using: &random), 0), 100)
        let body = (top..<top + 9).map { $0.isMultiple(of: 7) ? "" : "\($0) 漢 e\u{301} \($0 * $0)" }
        let rows = ["\(step)"] + body + ["", "end"]
        screen.show(rows)
        try #require((0..<12).map(screen.row) == rows, "\(type), step \(step)")
      }
      #expect(!screen.image.overflowed)
    }

    @Test func `what scrolling frees is painted in the theme's own background`() throws {
      let screen = try CursesScreen(columns: 20, rows: 8)
      screen.backend.use(
        Theme(name: "t", sheet: StyleSheet(roles: [.text: PartialStyle(background: .color(.palette(58)))])))
      for top in 0..<2 { screen.show((top..<top + 8).map { "row \($0)" }) }
      #expect(screen.row(7) == "row 8")
      #expect(screen.cell(19, 7).rendition == ["48;5;58"])
    }

    @Test func `after invalidate the whole frame is sent again`() throws {
      let screen = try CursesScreen()
      screen.show(["one"])
      _ = screen.sent()
      screen.backend.invalidate()
      screen.show(["one"])
      #expect(String(decoding: screen.sent(), as: UTF8.self).contains("one"))
    }

    @Test func `the cursor stands where the frame has it, and within the screen`() throws {
      let screen = try CursesScreen()
      screen.show(["x"], cursor: Position(column: 10, row: 5))
      #expect(String(decoding: screen.sent(), as: UTF8.self).hasSuffix("\u{1B}[6;11H"))
      screen.show(["x"], cursor: Position(column: 1000, row: -1))
      #expect(screen.sent() == Array("\u{1B}[1;80H".utf8))
    }

    @Test func `roles become the attributes and colors of the theme`() throws {
      let screen = try CursesScreen()
      screen.backend.use(
        Theme(
          name: "t",
          sheet: StyleSheet(
            roles: [.hint: PartialStyle(foreground: .color(.palette(223)), attributes: [.bold, .underline])]))
      )
      screen.show(["x"], role: .hint)
      #expect(screen.cell(0, 0).rendition == ["0;1;4", "38;5;223"])
    }

    @Test(arguments: ["xterm-256color", "tmux-256color", "xterm-direct", "tmux-direct", "linux"])
    func `a background ends where the next role has none, also when nothing else changes`(type: String) throws
    {
      let screen = try CursesScreen(type: type, depth: type.hasSuffix("direct") ? .direct : .indexed)
      let (white, blue) = (Color.palette(7), Color.palette(4))
      screen.backend.use(
        Theme(
          name: "t",
          sheet: StyleSheet(roles: [
            .hint: PartialStyle(foreground: .color(white), background: .color(blue), attributes: .bold),
            .status: PartialStyle(foreground: .color(white), attributes: .bold),
            .selection: PartialStyle(background: .color(blue)),
          ])))
      var surface = Surface(size: screen.backend.size)
      for (column, role) in [Role.hint, .status, .hint, .selection, .status].enumerated() {
        surface.write("x", at: Position(column: column, row: 0), columns: 1, role: role)
      }
      screen.backend.present(Frame(surface: surface, cursor: Position(column: 0, row: 0)))
      let backgrounds = (0..<5).map { screen.cell($0, 0).hasBackground }
      #expect(backgrounds == [true, false, true, true, false])
    }

    @Test func `another theme repaints, in its own colors`() throws {
      let screen = try CursesScreen()
      screen.show(["x"], role: .hint)
      _ = screen.sent()
      screen.backend.use(
        Theme(name: "t", sheet: StyleSheet(roles: [.hint: PartialStyle(background: .color(.palette(58)))])))
      screen.show(["x"], role: .hint)
      #expect(String(decoding: screen.sent(), as: UTF8.self).contains("\u{1B}[48;5;58m"))
    }

    @Test func `a direct terminal gets the color itself`() throws {
      let screen = try CursesScreen(type: "xterm-direct", depth: .direct)
      screen.backend.use(
        Theme(
          name: "t",
          sheet: StyleSheet(roles: [
            .hint: PartialStyle(foreground: .color(.rgb(red: 255, green: 136, blue: 0)))
          ])))
      screen.show(["x"], role: .hint)
      #expect(String(decoding: screen.sent(), as: UTF8.self).contains("\u{1B}[38:2::255:136:0m"))
    }

    @Test(arguments: ["vt100", "xterm-256color"])
    func `without color no color is sent, and attributes are`(type: String) throws {
      let screen = try CursesScreen(type: type, depth: .mono)
      screen.backend.use(
        Theme(
          name: "t",
          sheet: StyleSheet(
            roles16: [.hint: PartialStyle(foreground: .color(.palette(2)))],
            mono: [.hint: PartialStyle(attributes: .reverse)])))
      screen.show(["x"], role: .hint)
      let sent = String(decoding: screen.sent(), as: UTF8.self)
      #expect(!sent.contains(/\u{1B}\[[0-9;]*(3[0-9]|4[0-9])[;m]/))
      #expect(screen.cell(0, 0).rendition.contains { $0.hasSuffix("7") })
    }

    @Test(arguments: [(1, 1), (20, 5), (200, 1), (1, 50), (300, 80)])
    func `any size can be taken up`(columns: Int, rows: Int) throws {
      let screen = try CursesScreen()
      screen.show(["before"])
      screen.resize(to: Size(columns: columns, rows: rows))
      screen.show(Array(repeating: String(repeating: "漢", count: columns / 2), count: rows))
      #expect(screen.backend.size == Size(columns: columns, rows: rows))
      #expect(screen.row(rows - 1) == String(repeating: "漢", count: columns / 2))
    }

    @Test func `a size of nothing is one cell`() throws {
      let screen = try CursesScreen()
      screen.resize(to: Size(columns: 0, rows: 0))
      #expect(screen.backend.size == Size(columns: 1, rows: 1))
    }

    @Test func `a frame of another size than the screen is clipped`() throws {
      let screen = try CursesScreen()
      var surface = Surface(size: Size(columns: 100, rows: 40))
      for row in 0..<40 {
        surface.write(
          String(repeating: "漢", count: 50), at: Position(column: 1, row: row), columns: 99, role: .text)
      }
      screen.backend.present(Frame(surface: surface, cursor: Position(column: 99, row: 39)))
      #expect(screen.row(23) == " " + String(repeating: "漢", count: 39))
      screen.backend.present(
        Frame(surface: Surface(size: Size(columns: 3, rows: 3)), cursor: Position(column: 0, row: 0)))
      #expect(screen.row(0) == "")
      #expect(screen.row(23) == "")
    }

    @Test func `on an ASCII terminal lines are drawn with ASCII`() throws {
      let screen = try CursesScreen(encoding: .ascii)
      screen.show(["│ é 漢 │"])
      #expect(screen.row(0) == "| ? ?? |")
    }

    @Test func `a title is sent when it changes, and again after invalidate`() throws {
      let screen = try CursesScreen()
      screen.show(["x"], title: "one")
      screen.show(["y"], title: "one")
      screen.show(["y"], title: "two")
      screen.backend.invalidate()
      screen.show(["y"], title: "two")
      #expect(screen.titles == ["one", "two", "two"])
    }
  }
}

extension TerminalImage.Cell {
  /// What the sequences so far leave of a background.
  fileprivate var hasBackground: Bool {
    rendition.joined(separator: ";").split(separator: ";").reduce(false) { before, parameter in
      switch parameter.split(separator: ":").first.flatMap({ Int($0) }) ?? 0 {
      case 0, 49: false
      case 40...48: true
      default: before
      }
    }
  }
}
