import Terminal
import Testing

@testable import LabelingUI

@Suite("Key notation")
struct KeyNotationTests {
  @Test(arguments: [
    ("q", Key.letter("q")), ("Q", .letter("Q")), ("^L", .control("l")), ("C-l", .control("l")),
    ("ctrl-L", .control("l")), ("^", .letter("^")), ("-", .letter("-")),
    ("C--", .control("-")), ("M-x", Key(.character("x"), modifiers: .alt)), ("S-a", .letter("A")),
    ("S-Tab", Key(.tab, modifiers: .shift)), ("pgdn", Key(.pageDown)), ("PageDown", Key(.pageDown)),
    ("Space", .letter(" ")), ("C-Space", Key(.character(" "), modifiers: .control)),
    ("F12", Key(.function(12))),
    ("é", .letter("é")), ("C-M-Up", Key(.up, modifiers: [.control, .alt])),
  ])
  func `one key`(text: String, key: Key) throws {
    #expect(try KeyNotation.sequence(text) == KeySequence(key))
  }

  @Test func `keys one after the other have blanks between them`() throws {
    #expect(try KeyNotation.sequence("C-x  s") == KeySequence(.control("x"), .letter("s")))
    #expect(try KeyNotation.sequence("g g").text == "g g")
  }

  @Test(arguments: [
    ("", KeyNotation.Fault.empty), ("Entr", .unknown("Entr", nearest: "Enter")), ("gg", .unspaced("gg")),
    ("C-i", .indistinct("C-i", from: "Tab")), ("^[", .indistinct("^[", from: "Esc")),
    ("C-x Esc", .escapeInSequence), ("hyperspace-drive", .unknown("hyperspace-drive", nearest: nil)),
  ])
  func `what is no key is told with what to write`(text: String, fault: KeyNotation.Fault) {
    #expect(throws: fault) { try KeyNotation.sequence(text) }
  }
}
