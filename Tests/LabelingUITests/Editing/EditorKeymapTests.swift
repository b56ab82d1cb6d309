import Terminal
import Testing

@testable import LabelingUI

@Suite struct EditorKeymapTests {
  @Test(arguments: KeyPreset.allCases)
  func `no two commands of a preset share a key, and each has one`(preset: KeyPreset) {
    let bindings = EditorKeyBindings(preset)
    #expect(bindings.conflicts.isEmpty)
    for command in EditorCommand.allCases { #expect(!bindings[command].isEmpty, "\(command)") }
  }

  @Test func `every command stands in the table once`() {
    #expect(Set(EditorCommandTable.definitions.map(\.command)) == Set(EditorCommand.allCases))
    #expect(EditorCommandTable.definitions.count == EditorCommand.allCases.count)
  }

  @Test(arguments: KeyPreset.allCases)
  func `what is typed is written in every preset`(preset: KeyPreset) {
    let keymap = EditorKeymap(EditorKeyBindings(preset))
    for scalar in "aZ 0;é日|".unicodeScalars {
      #expect(keymap.meaning(of: KeySequence(Key(.character(scalar)))) == .character(scalar))
    }
  }

  @Test func `a motion with Shift selects, other keys with Shift mean nothing`() {
    let keymap = EditorKeymap()
    #expect(keymap.meaning(of: .code(.right, [.shift, .control])) == .command(.wordRight, extending: true))
    #expect(keymap.meaning(of: .code(.function(2), .shift)) == .nothing)
  }

  @Test func `emacs keys come in sequences`() {
    let keymap = EditorKeymap(EditorKeyBindings(.emacs))
    #expect(keymap.meaning(of: .control("x")) == .beginning)
    let save = KeySequence(
      Key(.character("x"), modifiers: .control), Key(.character("s"), modifiers: .control))
    #expect(keymap.meaning(of: save) == .command(.save, extending: false))
  }
}
