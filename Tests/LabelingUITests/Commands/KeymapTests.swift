import Terminal
import Testing

@testable import LabelingUI

@Suite("Keymap")
struct KeymapTests {
  let keymap = Keymap()

  @Test func `letters of the runs at hand choose runs`() {
    #expect(meaning("b", runCount: 2) == .request(CommandRequest(.chooseRun, argument: 1)))
    #expect(meaning("f", runCount: 2) == .nothing)
  }

  @Test func `a letter that names a run is that run, and the command has its other key`() {
    #expect(meaning("u", runCount: 30) == .request(CommandRequest(.chooseRun, argument: 20)))
    #expect(meaning("U", runCount: 30) == .request(CommandRequest(.undo)))
    #expect(keymap.shownKey(for: .undo, runCount: 30)?.text == "U")
    #expect(keymap.shownKey(for: .undo, runCount: 2)?.text == "u")
  }

  @Test func `with caps lock on letters still rank`() {
    #expect(meaning("B", runCount: 2) == .request(CommandRequest(.chooseRun, argument: 1)))
  }

  @Test func `digits go to the run of that number, and 0 to the prompt`() {
    #expect(meaning("2", runCount: 2) == .request(CommandRequest(.focusNumber, argument: 1)))
    #expect(meaning("0", runCount: 2) == .request(CommandRequest(.focusPrompt)))
  }

  @Test func `a sequence asks for its command, its beginning for more keys`() {
    let vim = Keymap(KeyBindings(.vim))
    let g = Key.letter("g")
    #expect(vim.meaning(of: KeySequence(g), runCount: 2) == .beginning)
    #expect(vim.meaning(of: KeySequence(g, g), runCount: 2) == .request(CommandRequest(.toTop)))
    #expect(vim.meaning(of: KeySequence(g, .letter("z")), runCount: 2) == .nothing)
    #expect(vim.meaning(of: KeySequence(g, .letter("b")), runCount: 2) == .nothing)
  }

  @Test func `what may follow is in the order of the command table`() throws {
    let vim = Keymap(KeyBindings(.vim))
    let follows = vim.continuations(of: KeySequence(.letter(":")))
    #expect(follows.map(\.keys.text) == ["w", "h", "q"])
    #expect(follows.map(\.command) == [.save, .help, .quit])
  }

  private func meaning(_ letter: Unicode.Scalar, runCount: Int) -> Keymap.Meaning {
    keymap.meaning(of: KeySequence(.letter(letter)), runCount: runCount)
  }
}
