import Preference
import StrictJSON
import Terminal
import Testing

@testable import LabelingUI

@Suite("Beginning where the last session ended")
struct ResumeTests {
  static let long = (1...300).map { "line \($0)" }.joined(separator: "\n")
  static let items = (1...4).map { makeItem(number: $0, texts: [long, long, "x"]) }

  @Test func `comparison, reading place, list and order are there again`() throws {
    var first = FrontDriver(Self.items)
    first.type("]s")
    first.press(Key(.tab), Key(.pageDown), Key(.pageDown))
    first.type("p0")
    first.type("cb")
    first.wait(.seconds(1))
    let place = try #require(first.place)

    let second = FrontDriver(
      Self.items, place: RaterPlace(json: place.json), drafts: first.drafts)
    #expect(second.model.number == 2)
    #expect(second.model.screen?.readingPlace == first.model.screen?.readingPlace)
    #expect(second.model.screen?.ranking == first.model.screen?.ranking)
    #expect(second.text.contains("Not saved"))
    #expect(second.lastLine.contains("not saved yet"))
  }

  @Test func `what the runs are held against, which are shown and how wide is there again`() throws {
    var first = FrontDriver(Self.items)
    first.type("2*")
    first.press(Key(.right, modifiers: .control), Key(.right, modifiers: .control))
    first.type("vc")
    first.press(Key(.pageDown), Key(.down))
    first.wait(.seconds(1))
    let screen = try #require(first.model.screen)
    #expect(screen.pair == [1, 2] && screen.pivot == 1 && screen.columns[1].weight == 16)

    let place = try #require(first.place)
    let second = FrontDriver(Self.items, place: RaterPlace(json: place.json))
    #expect(second.model.screen?.arrangement == screen.arrangement)
    #expect(second.model.screen?.readingPlace == screen.readingPlace)
    #expect(second.text == first.text)
  }

  @Test func `what was looked for last is there again, with its switches`() throws {
    var first = FrontDriver(Self.items)
    first.type("/line 1[12]")
    first.press(Key(.character("r"), modifiers: .alt), Key(.character("c"), modifiers: .alt), Key(.enter))
    first.wait(.seconds(1))
    let place = try #require(first.place)

    var second = FrontDriver(Self.items, place: RaterPlace(json: place.json))
    #expect(second.model.search.query == first.model.search.query)
    #expect(second.text.contains("in all"))
    second.press(.letter(";"))
    #expect(second.model.search.currentMatch != nil)
  }

  @Test func `what is only being typed is not kept`() {
    var front = FrontDriver(Self.items)
    front.type("/line 7")
    front.press(Key(.enter))
    front.type("/else")
    front.wait(.seconds(1))
    #expect(front.place?.search.text == "line 7")
  }

  @Test(arguments: [
    #"{"pivot":9}"#, #"{"pair":[2,1]}"#, #"{"pair":[0,7]}"#, #"{"pair":[1]}"#, #"{"weights":[0,-4,9999]}"#,
  ])
  func `an arrangement that does not fit is left out`(arrangement: String) throws {
    let place = try #require(
      RaterPlace(json: #"{"comparison":2,"judged":false,"arrangement":\#(arrangement)}"#))
    let screen = try #require(FrontDriver(Self.items, place: place).model.screen)
    #expect(screen.pivot == 0 && screen.pair == nil)
    #expect(screen.columns.map(\.weight) == [12, 12, 12])
  }

  @Test func `what was judged in the last moment is not opened again`() {
    var items = Self.items
    items[1] = makeItem(number: 2, texts: ["a", "b"], judged: .ranked([[0], [1]]))
    let before = FrontDriver(items, place: RaterPlace(json: #"{"comparison":2,"judged":false}"#))
    #expect(before.model.number == 3)
    let since = FrontDriver(items, place: RaterPlace(json: #"{"comparison":2,"judged":true}"#))
    #expect(since.model.number == 2)
  }

  @Test func `a change is kept within the second, and once`() {
    var front = FrontDriver(Self.items)
    front.wait(.seconds(5))
    front.send(.input(.key(Key(.down)), at: .seconds(100)))
    #expect(front.place?.reading.columns[0] == 0)
    #expect(front.model.wakeTime == .seconds(100) + Keeping.delay)
    front.send(.input(.key(Key(.down)), at: .milliseconds(100_600)))
    #expect(front.model.wakeTime == .seconds(100) + Keeping.delay)
    front.send(.timePassed(at: .milliseconds(100_700)))
    #expect(front.place?.reading.columns[0] != 0)
    #expect(front.model.wakeTime == nil)
  }

  @Test func `an order that was taken back is no draft any more`() {
    var front = FrontDriver(Self.items)
    front.type("b")
    front.wait(.seconds(1))
    #expect(front.drafts[1]?.ranking?.tiers == [[1]])
    front.press(Key(.backspace))
    front.wait(.seconds(1))
    #expect(front.drafts[1] == nil)
  }

  @Test func `a draft that could not be kept is written again`() {
    var front = FrontDriver(Self.items)
    front.draftFailure = "the disk is full"
    front.type("b")
    front.wait(.seconds(1))
    #expect(front.lastLine.contains("could not be kept") && front.lastLine.contains("the disk is full"))
    front.draftFailure = nil
    front.press(Key(.down))
    front.wait(.seconds(1))
    #expect(front.drafts[1]?.ranking?.tiers == [[1]])
  }

  @Test func `a draft that could not be kept when its comparison was left is not lost`() {
    var front = FrontDriver(Self.items)
    front.draftFailure = "locked"
    front.type("b]")
    #expect(front.model.number == 2)
    front.type("[")
    #expect(front.model.screen?.ranking.tiers == [[1]])
    front.type("]")
    front.draftFailure = nil
    front.press(Key(.down))
    front.wait(.seconds(1))
    #expect(front.drafts[1]?.ranking?.tiers == [[1]])
    front.type("[")
    front.press(Key(.backspace))
    front.wait(.seconds(1))
    #expect(front.drafts[1] == nil)
  }

  @Test func `a judgment leaves no draft`() {
    var front = FrontDriver(Self.items)
    front.type("b")
    front.wait(.seconds(1))
    front.press(Key(.enter))
    front.wait(.seconds(1))
    #expect(front.drafts.isEmpty)
    #expect(front.place?.comparison == 2)
  }

  @Test func `when all was judged, what came since is opened`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.type("a")
    #expect(front.place?.isFinished == true)
    let next = FrontDriver(
      [makeItem(number: 1, texts: ["one", "two"]), makeItem(number: 2, texts: ["x", "y"])], place: front.place
    )
    #expect(next.model.number == 2)
  }

  @Test func `the list goes on`() {
    var front = FrontDriver(Self.items)
    front.type("L")
    front.press(Key(.tab))
    front.type("c3")
    front.press(Key(.enter))
    front.wait(.seconds(1))
    let next = FrontDriver(Self.items, place: front.place)
    #expect(next.model.list == QueueFilter(state: .unjudged, text: "c3"))
    #expect(next.model.number == 3)
  }

  @Test(arguments: ["", "{", "{}", #"{"comparison":0}"#, #"{"comparison":"x"}"#, "[]"])
  func `a place that cannot be read is none`(json: String) {
    #expect(RaterPlace(json: json) == nil)
  }

  @Test func `a place in a comparison that is not there is none`() throws {
    let place = try #require(
      RaterPlace(json: #"{"comparison":99,"reading":{"focus":77,"columns":[-5,999999]}}"#))
    #expect(FrontDriver(Self.items, place: place).model.number == 1)
    let other = try #require(
      RaterPlace(json: #"{"comparison":2,"reading":{"focus":77,"columns":[-5,999999]}}"#))
    #expect(FrontDriver(Self.items, place: other).model.number == 2)
  }
}
