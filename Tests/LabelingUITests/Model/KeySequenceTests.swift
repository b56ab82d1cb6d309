import Preference
import Terminal
import Testing

@testable import LabelingUI

@Suite("Sequences of keys")
struct KeySequenceTests {
  @Test func `keys one after the other carry a command out`() {
    var front = vim()
    front.type("G")
    #expect(front.model.screen?.columns[0].pane.viewport.top != 0)
    front.type("gg")
    #expect(front.model.screen?.columns[0].pane.viewport.top == 0)
  }

  @Test func `what may follow is shown to who hesitates, and to nobody else`() {
    var front = vim()
    front.wait(.seconds(1))
    front.type(":")
    #expect(!front.text.contains("w save"))
    let time = front.model.wakeTime
    front.send(.timePassed(at: (time ?? .zero) - .milliseconds(1)))
    #expect(!front.text.contains("Esc gives up"))
    front.send(.timePassed(at: time ?? .zero))
    #expect(front.model.wakeTime == nil)
    #expect(front.line(22).hasPrefix("─ : …"))
    #expect(front.lastLine.contains("w save"))
    front.type("q")
    #expect(front.outside == [.quit])
  }

  @Test(arguments: [Key(.escape), Key.control("g")])
  func `Esc gives the sequence up without a word`(key: Key) {
    var front = vim()
    front.type("g")
    front.press(key)
    #expect(front.model.pendingKeys == nil)
    #expect(front.model.notice == nil)
  }

  @Test func `a key that does not follow gives it up and says so`() {
    var front = vim()
    front.type("gz")
    #expect(front.model.pendingKeys == nil)
    #expect(front.lastLine.contains("g z does nothing here; ? lists the keys"))
  }

  @Test func `a letter behind the first key judges nothing`() {
    var front = vim()
    front.type("gb")
    #expect(front.decisions.isEmpty)
    front.type("b")
    #expect(front.decisions[1] == .ranked([[1], [0]]))
  }

  @Test func `a paste ends a sequence`() {
    var front = vim()
    front.type("g")
    front.send(.input(.paste("g"), at: .seconds(60)))
    #expect(front.model.pendingKeys == nil)
  }

  @Test func `with one hand digits rank, and say so when there is no such run`() {
    var front = FrontDriver([makeItem(texts: ["one", "two"])], keymap: Keymap(KeyBindings(.oneHandRight)))
    front.type("3")
    #expect(front.lastLine.contains("there are only 2 runs here"))
    front.type("2")
    #expect(front.decisions[1] == .ranked([[1], [0]]))
  }

  @Test func `the run in focus is better, by its key`() {
    var front = FrontDriver([makeItem(texts: ["one", "two"])])
    front.press(Key(.tab))
    front.type("+")
    #expect(front.decisions[1] == .ranked([[1], [0]]))
  }

  private func vim() -> FrontDriver {
    let long = (0..<100).map { "line \($0)" }.joined(separator: "\n")
    return FrontDriver([makeItem(texts: [long, "two"])], keymap: Keymap(KeyBindings(.vim)))
  }
}
