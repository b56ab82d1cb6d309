import Preference
import Terminal
import Testing

@testable import LabelingUI

@Suite("Moving between comparisons")
struct MovingTests {
  let pairs = [["one", "two"], ["three", "four"], ["five", "six"]]

  @Test func `undo goes back to the comparison and takes the judgment away`() {
    var front = FrontDriver(texts: pairs)
    front.type("a")
    front.type("u")
    #expect(front.decisions.isEmpty)
    #expect(front.model.number == 1)
    #expect(front.lastLine.contains("undone: comparison 1"))
  }

  @Test func `undo with nothing to undo says so and stays`() {
    var front = FrontDriver(texts: pairs)
    front.type("u")
    #expect(front.lastLine.contains("nothing to undo"))
    front.type("a")
    #expect(front.decisions.count == 1)
  }

  @Test func `going back and judging again replaces the judgment, then goes on where work is left`() {
    var front = FrontDriver(texts: pairs)
    front.type("a")
    front.type("[")
    #expect(front.line(22).contains("Saved"))
    front.type("b")
    #expect(front.decisions[1] == .ranked([[1], [0]]))
    #expect(front.model.number == 2)
  }

  @Test func `the first and the last comparison are the ends`() {
    var front = FrontDriver(texts: pairs)
    front.type("[")
    #expect(front.lastLine.contains("first comparison"))
    front.type("]")
    front.type("]")
    front.type("]")
    #expect(front.lastLine.contains("last comparison"))
    #expect(front.model.number == 3)
  }

  @Test func `the first judgment of a session is told with the way back`() {
    var front = FrontDriver(texts: [["one", "two"], ["one", "two"], ["one", "two"]])
    front.type("b")
    #expect(front.lastLine.contains("B is better, saved; u takes it back"))
    front = FrontDriver(
      (1...2).map { makeItem(number: $0, texts: ["one", "two"]) }, size: Size(columns: 20, rows: 5))
    front.type("b")
    #expect(front.lastLine.hasPrefix(" saved; u undoes"))
    front = FrontDriver((1...2).map { makeItem(number: $0, texts: ["one", "two", "three"]) })
    front.type("bc=a")
    front.press(Key(.enter))
    #expect(front.lastLine.contains("B > C = A, saved; u takes it back"))
    front.type("a")
    #expect(!front.lastLine.contains("saved"))
  }

  @Test func `when all is judged the screen says so, and [ leads back`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.type("a")
    #expect(front.text.contains("The one comparison is judged."))
    front.type("[")
    #expect(front.model.number == 1)
    #expect(front.text.contains("Saved"))
  }

  @Test func `an unsaved order stays with its comparison as a draft`() {
    var front = FrontDriver(texts: [["one", "two", "three"], ["four", "five"]])
    front.type("b")
    front.type("]")
    #expect(front.model.number == 2)
    #expect(front.lastLine.contains("comparison 1 is kept as a draft"))
    front.type("[")
    #expect(front.model.screen?.ranking.tiers == [[1]])
    #expect(front.lastLine.contains("not saved yet"))
    front.type("q")
    #expect(front.outside == [.quit])
    #expect(front.drafts[1]?.ranking?.tiers == [[1]])
  }

  @Test func `quitting with nothing unsaved needs one key`() {
    var front = FrontDriver(texts: pairs)
    front.type("q")
    #expect(front.outside == [.quit])
  }

  @Test func `an unknown key is told, a key that cannot be used now says why`() {
    var front = FrontDriver(texts: pairs)
    front.press(Key(.function(10)))
    #expect(front.lastLine.contains("F10 does nothing here"))
    front.press(Key(.enter))
    #expect(front.lastLine.contains("decides and saves at once"))
  }

  @Test func `why nothing is delivered is said once, until a key is pressed`() {
    var front = FrontDriver(texts: pairs)
    let held = DeliveryStatus(delivered: 0, waiting: 1, held: "the server refuses the key")
    front.send(.deliveryChanged(held))
    #expect(front.lastLine.contains("the server refuses the key"))
    #expect(front.line(0).contains("1 waiting · held"))
    front.press(Key(.down))
    front.send(.deliveryChanged(held))
    #expect(!front.lastLine.contains("the server refuses the key"))
  }
}
