import Testing

@testable import TerminalNcurses

@Suite struct ColorPairsTests {
  @Test func `equal pairs share a number`() {
    var pairs = ColorPairs(limit: 64) { _, _, _ in true }
    let first = pairs.number(foreground: 1, background: -1)
    #expect(first == 1)
    #expect(pairs.number(foreground: -1, background: 1) == 2)
    #expect(pairs.number(foreground: 1, background: -1) == first)
  }

  @Test func `the terminal's own colors are the standard pair`() {
    var pairs = ColorPairs(limit: 64) { _, _, _ in true }
    #expect(pairs.number(foreground: -1, background: -1) == ColorPairs.standard)
  }

  @Test func `when no more can be had, the standard pair serves`() {
    var pairs = ColorPairs(limit: 2) { _, _, _ in true }
    #expect(pairs.number(foreground: 1, background: -1) == 1)
    #expect(pairs.number(foreground: 2, background: -1) == ColorPairs.standard)
    #expect(pairs.number(foreground: 1, background: -1) == 1)
  }

  @Test func `a terminal without color is never asked for a pair`() {
    var pairs = ColorPairs(limit: 0) { _, _, _ in
      Issue.record("asked")
      return true
    }
    #expect(pairs.number(foreground: 1, background: 2) == ColorPairs.standard)
  }

  @Test func `a pair that curses refuses is not remembered`() {
    var refuses = true
    var pairs = ColorPairs(limit: 64) { _, _, _ in !refuses }
    #expect(pairs.number(foreground: 1, background: -1) == ColorPairs.standard)
    refuses = false
    #expect(pairs.number(foreground: 1, background: -1) == 1)
  }
}
