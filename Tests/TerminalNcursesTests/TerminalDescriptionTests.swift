import Terminal
import Testing

@testable import TerminalNcurses

extension CursesTests {
  @Suite struct TerminalDescriptionTests {
    @Test func `terminfo describes an xterm`() throws {
      let xterm = try #require(TerminalDescription.lookUp("xterm-256color"))
      #expect(xterm.depth == .indexed)
      #expect(xterm.canMoveCursor)
      #expect(xterm.hasAlternateScreen)
      #expect(xterm.canSetTitle)
      #expect(xterm.fallbackSize == Size(columns: 80, rows: 24))
    }

    @Test func `an xterm's keys are those of its entry`() throws {
      let keys = try #require(TerminalDescription.lookUp("xterm-256color")).keySequences
      #expect(keys[Array("\u{1B}OA".utf8)] == Key(.up))
      #expect(keys[Array("\u{1B}[3~".utf8)] == Key(.delete))
      #expect(keys[Array("\u{1B}[Z".utf8)] == Key(.tab, modifiers: .shift))
      #expect(keys[Array("\u{1B}[15~".utf8)] == Key(.function(5)))
      #expect(keys[Array("\u{1B}[15;2~".utf8)] == Key(.function(5), modifiers: .shift))
      #expect(keys[Array("\u{1B}[1;5D".utf8)] == Key(.left, modifiers: .control))
      #expect(!keys.keys.contains { $0.count < 2 })
    }

    @Test func `the reset leaves keypad and alternate screen and shows the cursor`() throws {
      let xterm = try #require(TerminalDescription.lookUp("xterm-256color"))
      let text = String(decoding: xterm.resetBytes, as: UTF8.self)
      for sequence in ["\u{1B}[?1l", "\u{1B}[?1049l", "\u{1B}[?25h"] {
        #expect(text.contains(sequence), "\(sequence.debugDescription) missing")
      }
    }

    @Test func `delays are not sent`() {
      let padded = Array("\u{1B}[?5l$<20/>a$".utf8)
      #expect(TerminalDescription.withoutPadding(padded) == Array("\u{1B}[?5la$".utf8))
    }

    @Test func `a dumb terminal cannot place the cursor`() throws {
      let dumb = try #require(TerminalDescription.lookUp("dumb"))
      #expect(!dumb.canMoveCursor)
      #expect(dumb.depth == .mono)
    }

    @Test func `an unknown type has no description`() {
      #expect(TerminalDescription.lookUp("nonesuch") == nil)
    }

    @Test func `the Linux console is not sent a title, which it would print`() throws {
      #expect(try #require(TerminalDescription.lookUp("linux")).canSetTitle == false)
    }
  }

  @Test(arguments: [
    ("xterm-256color", true), ("linux", true), ("vt100", true), ("tmux-256color", true), ("vt52", false),
    ("adm3a", false),
  ])
  func `who takes control sequences is told by how it moves the cursor`(type: String, takes: Bool) throws {
    guard let description = TerminalDescription.lookUp(type) else { return }
    #expect(description.takesControlSequences == takes)
  }
}
