import Terminal
import Testing

@testable import LabelingUI

@Suite("Key bindings")
struct KeyBindingsTests {
  @Test(arguments: KeyPreset.allCases)
  func `no preset has a key twice, or one that begins another`(preset: KeyPreset) {
    #expect(KeyBindings(preset).conflicts == [])
  }

  @Test(arguments: KeyPreset.allCases)
  func `every command can be reached with every preset while thirty runs are compared`(preset: KeyPreset) {
    let keymap = Keymap(KeyBindings(preset))
    for command in Command.allCases where preset.patterns[command] != [] {
      #expect(keymap.shownKey(for: command, runCount: 30) != nil, "\(preset) leaves \(command) without a key")
    }
  }

  @Test(arguments: KeyPreset.allCases)
  func `what every preset shows is read back as the same key`(preset: KeyPreset) throws {
    for command in Command.allCases {
      for case .keys(let sequence) in KeyBindings(preset)[command] {
        #expect(try KeyNotation.sequence(sequence.text) == sequence)
      }
    }
  }

  @Test func `a preset's key is its own, and the table's command keeps its others`() {
    let vim = KeyBindings(.vim)
    #expect(vim[.toBottom].contains(.character("G")))
    #expect(!vim[.allGood].contains(.character("G")))
    #expect(vim[.undo] == KeyBindings()[.undo])
  }

  @Test func `a key that begins another's keys conflicts with it, and both are named`() {
    var bindings = KeyBindings()
    bindings[.toTop] = [.typed("x", "x")]
    #expect(
      bindings.conflicts == [
        KeyConflict(
          pattern: .typed("x", "x"), command: .toTop, otherPattern: .character("x"), other: .allBad)
      ])
  }

  @Test func `a digit conflicts with the digits, and 0 is none of them`() {
    var bindings = KeyBindings()
    bindings[.undo] = [.character("5")]
    #expect(bindings.conflicts.map(\.otherPattern) == [.character("5")])
    #expect(bindings.conflicts.map(\.pattern) == [.digit])
    bindings[.undo] = [.character("0")]
    #expect(bindings.conflicts.map(\.command) == [.focusPrompt])
  }

  @Test func `a command whose keys all name runs is hidden by them`() {
    var bindings = KeyBindings()
    bindings[.undo] = [.character("u"), .typed("g", "u")]
    #expect(bindings.isHiddenByRuns(.undo))
    bindings[.undo] = [.character("u"), .character("U")]
    #expect(!bindings.isHiddenByRuns(.undo))
  }
}
