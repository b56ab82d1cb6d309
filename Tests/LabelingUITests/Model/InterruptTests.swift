import Preference
import Terminal
import Testing

@testable import LabelingUI

@Suite("^C") struct InterruptTests {
  private func front(_ keymap: Keymap = Keymap()) -> FrontDriver {
    FrontDriver([makeItem(texts: ["one", "two"]), makeItem(number: 2, texts: ["1", "2"])], keymap: keymap)
  }

  private func interrupt(_ front: inout FrontDriver, at milliseconds: Int) {
    front.send(.input(.key(.control("c")), at: .seconds(100) + .milliseconds(milliseconds)))
  }

  @Test func `alone says what a second one does, and ends nothing`() {
    var front = front()
    interrupt(&front, at: 0)
    #expect(front.outside.isEmpty)
    #expect(front.lastLine.contains("^C again within a second leaves; every judgment is saved"))
  }

  @Test func `twice within a second leaves`() {
    var front = front()
    interrupt(&front, at: 0)
    interrupt(&front, at: 999)
    #expect(front.outside == [.quit])
  }

  @Test func `later, the second is a first one again`() {
    var front = front()
    interrupt(&front, at: 0)
    interrupt(&front, at: 1000)
    #expect(front.outside.isEmpty && front.lastLine.contains("^C again"))
    interrupt(&front, at: 1500)
    #expect(front.outside == [.quit])
  }

  @Test func `with a key between them they are two first ones`() {
    var front = front()
    interrupt(&front, at: 0)
    front.send(.input(.key(.letter("j")), at: .seconds(100) + .milliseconds(100)))
    #expect(!front.lastLine.contains("^C again"))
    interrupt(&front, at: 200)
    #expect(front.outside.isEmpty)
  }

  /// Keys that open something, one after the other.
  @Test(arguments: [["?"], ["t"], ["L"], ["#"], ["#", "1"], ["/"], ["/", "o"], ["v"]])
  func `closes what is open`(keys: [String]) {
    var front = front()
    for key in keys { front.type(key) }
    #expect(front.model.overlay != nil || front.model.search.line != nil || keys == ["v"])
    interrupt(&front, at: 0)
    #expect(front.model.overlay == nil && front.model.search.line == nil)
    #expect(!front.outside.contains(.quit))
    #expect(front.lastLine.contains("^C again"), "\(front.text)")
    interrupt(&front, at: 500)
    #expect(front.outside.last == .quit)
  }

  @Test func `takes a filter away before it closes the list of keys`() {
    var front = front()
    front.type("?sa")
    interrupt(&front, at: 0)
    #expect(front.model.help?.filter.isEmpty == true)
    interrupt(&front, at: 100)
    #expect(front.model.help == nil && front.outside.isEmpty)
    interrupt(&front, at: 200)
    #expect(front.outside == [.quit])
  }

  @Test func `gives up keys that begin something`() {
    var front = front(Keymap(KeyBindings(.vim)))
    front.type("g")
    #expect(front.model.pendingKeys != nil)
    interrupt(&front, at: 0)
    #expect(front.model.pendingKeys == nil && front.outside.isEmpty)
  }

  @Test func `ends a sequence where the preset has it in one`() {
    var front = front(Keymap(KeyBindings(.emacs)))
    front.press(.control("x"))
    interrupt(&front, at: 0)
    #expect(front.outside == [.quit])
  }

  @Test func `in a text copies, and loses nothing`() {
    var front = front()
    front.type("e")
    front.type("x")
    interrupt(&front, at: 0)
    interrupt(&front, at: 100)
    #expect(front.model.editor?.isChanged == true)
    #expect(!front.outside.contains(.quit))
  }

  @Test func `keeps an order that is not saved`() {
    var front = FrontDriver([makeItem(texts: ["one", "two", "three"])])
    front.type("b")
    interrupt(&front, at: 0)
    interrupt(&front, at: 100)
    #expect(front.outside == [.quit])
    #expect(front.drafts[1]?.ranking?.tiers == [[1]])
  }

  @Test func `bound to a letter is text where text is typed`() {
    var bindings = KeyBindings()
    bindings[.interrupt] = [.keys(KeySequence(.letter("Y")))]
    bindings[.copy] = []
    var front = front(Keymap(bindings))
    front.type("/Y")
    #expect(front.model.search.line != nil)
  }

  @Test(arguments: KeyPreset.allCases)
  func `every preset has the key`(preset: KeyPreset) {
    #expect(KeyBindings(preset)[.interrupt] == [.control("c")])
  }
}
