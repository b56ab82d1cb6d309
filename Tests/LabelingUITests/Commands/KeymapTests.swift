import Terminal
import Testing

@testable import LabelingUI

@Suite("Keymap")
struct KeymapTests {
  let keymap = Keymap()

  @Test func `letters of the runs at hand choose runs`() {
    #expect(keymap.request(for: .letter("b"), runCount: 2) == CommandRequest(.chooseRun, argument: 1))
    #expect(keymap.request(for: .letter("c"), runCount: 2) == nil)
  }

  @Test func `a letter that names a run is that run, and the command has its other key`() throws {
    #expect(keymap.request(for: .letter("u"), runCount: 30) == CommandRequest(.chooseRun, argument: 20))
    #expect(keymap.request(for: .letter("U"), runCount: 30) == CommandRequest(.undo))
    let undo = try #require(CommandTable.definition(of: .undo))
    #expect(keymap.shownKey(for: undo, runCount: 30)?.text == "U")
    #expect(keymap.shownKey(for: undo, runCount: 2)?.text == "u")
  }

  @Test func `with caps lock on letters still rank`() {
    #expect(keymap.request(for: .letter("B"), runCount: 2) == CommandRequest(.chooseRun, argument: 1))
  }

  @Test(arguments: Command.allCases)
  func `every command can be reached while thirty runs are compared`(command: Command) throws {
    let definition = try #require(CommandTable.definition(of: command))
    #expect(keymap.shownKey(for: definition, runCount: 30) != nil)
  }
}
