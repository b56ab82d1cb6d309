import Preference
import Terminal
import Testing

@testable import LabelingUI

@Suite("The list of keys")
struct HelpScreenTests {
  @Test func `typing filters by words of the help, the name and the key`() {
    #expect(listed("undo took") == [.redo])
    #expect(listed("cannot-judge") == [.cannotJudge])
    #expect(listed("pgdn") == [.pageDown])
    #expect(listed("SCROLLS page") == [.pageDown, .pageUp])
    #expect(listed("xyzzy") == [])
  }

  @Test func `letters go into the filter and judge nothing, q and ? too`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.type("?aq?")
    #expect(front.model.help?.filter == "aq?")
    #expect(front.text.contains("No command or sign is like that."))
    #expect(front.decisions.isEmpty && front.outside.isEmpty)
  }

  @Test func `Esc clears the filter, and closes when there is none`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.type("?undo")
    front.press(Key(.backspace))
    #expect(front.model.help?.filter == "und")
    front.press(Key(.escape))
    #expect(front.model.help?.filter == "")
    front.press(Key(.escape))
    #expect(front.model.help == nil)
    front.type("??")
    #expect(front.model.help == nil)
  }

  @Test func `Enter carries the selected command out`() {
    var front = FrontDriver(texts: [["one", "two"], ["three", "four"]])
    front.type("?all bad")
    front.press(Key(.enter))
    #expect(front.model.help == nil)
    #expect(front.decisions[1]?.verdict == .allBad)
  }

  @Test func `a command that cannot be carried out now says why, and the list stays`() {
    var front = FrontDriver(texts: [["one", "two", "three"]])
    front.type("?take back")
    #expect(front.text.contains("Not now:"))
    front.press(Key(.enter))
    #expect(front.lastLine.contains("not now: nothing is ranked yet"))
    #expect(front.model.help != nil)
  }

  @Test(arguments: [
    ("undo took", "nothing to redo"), ("clear-search", "there are no marks of a search"),
  ])
  func `what there is nothing of is not offered`(filter: String, reason: String) {
    var front = FrontDriver([makeItem(texts: ["one", "two"])], size: Size(columns: 100, rows: 24))
    front.type("?" + filter)
    #expect(front.text.contains("Not now: \(reason)"))
    front.press(Key(.enter))
    #expect(front.lastLine.contains("not now: \(reason)"))
  }

  @Test func `a command whose key names a run asks for the key`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.type("?")
    front.press(Key(.enter))
    #expect(front.lastLine.contains("its key says which run"))
    #expect(front.decisions.isEmpty)
  }

  @Test func `the selection moves, stays on the screen and ends at the ends`() throws {
    var front = FrontDriver(texts: [["one", "two"]], size: Size(columns: 40, rows: 12))
    front.type("?")
    front.press(Key(.down), Key(.down))
    #expect(front.model.help?.selected == .allGood)
    front.press(Key(.end))
    #expect(front.model.help?.selection == .sign(.unanswered))
    let help = try #require(front.model.help)
    let row = try #require(help.rows.lastIndex { $0.subject == .sign(.unanswered) })
    #expect(help.viewport.rows.contains(row))
    front.press(Key(.pageDown), Key(.home), Key(.up))
    #expect(front.model.help?.selected == .chooseRun)
    #expect(front.model.help?.viewport.top == 0)
  }

  @Test func `what can be carried out is told as it becomes so`() {
    var front = FrontDriver(texts: [["one", "two"], ["three", "four"]])
    _ = front.model.update(.input(.key(.letter("]")), at: .seconds(100)))
    front.type("?unjudged")
    #expect(front.text.contains("Not now"))
    front.send(.listEnded(.next))
    #expect(!front.text.contains("Not now"))
  }

  @Test func `the real cursor stands where a letter would go`() {
    var front = FrontDriver(texts: [["one", "two"]], size: Size(columns: 20, rows: 5))
    front.type("?")
    #expect(front.model.frame().cursor == Position(column: 7, row: 1))
    front.type("some longer words")
    #expect(front.model.frame().cursor == Position(column: 19, row: 1))
    #expect(front.line(1).hasSuffix("longer words "))
  }

  @Test func `keys are those of the preset, and a command without one is on the list`() {
    var front = FrontDriver([makeItem(texts: ["one", "two"])], keymap: Keymap(KeyBindings(.oneHandRight)))
    front.type("?focus goes to that")
    #expect(front.line(0).contains("one-hand-right"))
    #expect(front.line(3).hasPrefix("▌–  "))
  }

  @Test func `a sign is found by itself and by what it says, and does nothing`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.type("?only this run")
    #expect(front.model.help?.selection == .sign(.onlyHere))
    #expect(front.line(3).hasPrefix("▌+  "))
    front.press(Key(.enter))
    #expect(front.lastLine.contains("that is a sign"))
    #expect(front.decisions.isEmpty)
    front.press(Key(.escape))
    front.type("+")
    #expect(front.text.contains("only this run says it"))
    #expect(front.text.contains("In the list: judged."))
  }

  @Test func `signs are those that the screen draws, also in ASCII`() {
    for repertoire in [Repertoire.unicode, .ascii] {
      let glyphs = ChromeGlyphs(for: repertoire)
      let signs = ScreenSign.allCases.map { $0.text(glyphs, for: repertoire) }
      #expect(signs.allSatisfy { TextWidth.columns(of: $0, repertoire: repertoire) == 1 })
      #expect(repertoire == .unicode || signs.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    }
  }

  @Test func `where there is room it stands in columns, whole`() throws {
    let screen = screen(on: Size(columns: 200, rows: 60))
    #expect(screen.columns.count == 2)
    #expect(screen.viewport.showsAll)
    let height = screen.columns.height
    #expect(screen.rows[0].content == .section("Judging"))
    #expect(screen.rows[height].content != .blank)
    if case .continuation = screen.rows[height].content { Issue.record("a command is torn apart") }
  }

  @Test func `down goes down a column and on at the top of the next, right goes across`() throws {
    var screen = screen(on: Size(columns: 200, rows: 60))
    let height = screen.columns.height
    let last = try #require(screen.rows[..<height].last { $0.subject != nil }?.subject)
    while screen.selection != last { screen.move(.lines(1)) }
    screen.move(.lines(1))
    #expect(screen.selection == screen.rows[height...].first { $0.subject != nil }?.subject)
    screen.move(.toTop)
    _ = screen.press(Key(.right))
    let row = try #require(screen.rows.firstIndex { $0.subject == screen.selection })
    #expect((height...height + 2).contains(row))
    _ = screen.press(Key(.left))
    #expect(screen.selected == .chooseRun)
  }

  @Test func `what does not fit in the columns scrolls by whole ones, and resizing keeps the selection`()
    throws
  {
    var screen = screen(on: Size(columns: 200, rows: 20))
    #expect(screen.columns.count == 3)
    screen.move(.toBottom)
    let height = screen.columns.height
    #expect(screen.viewport.top > 0 && screen.viewport.top % height == 0)
    for size in [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60), Size(columns: 20, rows: 5)] {
      screen.fit(size)
      #expect(screen.selection == .sign(.unanswered))
      let row = try #require(screen.rows.firstIndex { $0.subject == screen.selection })
      #expect(screen.viewport.rows.contains(row))
    }
  }

  private func screen(on size: Size) -> HelpScreen {
    HelpScreen(
      keymap: Keymap(), context: CommandContext(activity: .comparing, runCount: 3, placedCount: 1),
      size: size, repertoire: .unicode)
  }

  private func listed(_ filter: String) -> [Command] {
    var screen = HelpScreen(
      keymap: Keymap(), context: CommandContext(activity: .comparing, runCount: 3, placedCount: 1),
      size: Size(columns: 80, rows: 24), repertoire: .unicode)
    for scalar in filter.unicodeScalars { screen.type(scalar) }
    return screen.matches
  }
}
