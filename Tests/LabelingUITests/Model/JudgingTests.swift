import Preference
import Terminal
import Testing

@testable import LabelingUI

@Suite("Judging with the keyboard")
struct JudgingTests {
  @Test func `with two runs one letter decides, saves and goes on`() {
    var front = FrontDriver(texts: [["one", "two"], ["three", "four"]])
    front.type("b")
    #expect(front.decisions[1] == .ranked([[1], [0]]))
    #expect(front.model.number == 2)
  }

  @Test func `the letter follows the column and the decision the candidate`() {
    var front = FrontDriver([makeItem(texts: ["one", "two"], order: [1, 0])])
    front.type("a")
    #expect(front.decisions[1] == .ranked([[1], [0]]))
    #expect(front.requests.first?.orderShown == [1, 0])
  }

  @Test(arguments: [
    ("=", Decision.ranked([[0, 1]])), ("g", Decision(verdict: .allGood, ranking: Ranking())),
    ("x", Decision(verdict: .allBad, ranking: Ranking())),
    ("n", Decision(verdict: .cannotJudge, ranking: Ranking())),
  ])
  func `every verdict on two runs has its one key`(key: String, decision: Decision) {
    var front = FrontDriver(texts: [["one", "two"]])
    front.type(key)
    #expect(front.decisions[1] == decision)
  }

  @Test func `with more runs letters make the order, = ties, backspace takes back, Enter saves`() {
    var front = FrontDriver(texts: [["one", "two", "three", "four"]])
    front.type("cb")
    front.press(Key(.backspace))
    front.type("d=a")
    #expect(front.decisions.isEmpty)
    front.press(Key(.enter))
    #expect(front.decisions[1] == .ranked([[2], [3, 0]]))
  }

  @Test func `an order that is taken back whole was none`() {
    var front = FrontDriver([
      makeItem(number: 1, texts: ["one", "two", "three"]),
      makeItem(number: 2, texts: ["one", "two", "three"], judged: .ranked([[2], [1]])),
    ])
    front.type("c")
    front.press(Key(.backspace))
    #expect(front.line(22).hasPrefix(" Not judged – A B C"))
    front.type("]")
    #expect(front.model.number == 2)
    front.press(Key(.backspace), Key(.backspace))
    #expect(front.line(22).hasPrefix(" Saved      1st C   2nd B   – A"))
    front.type("q")
    #expect(front.outside == [.quit])
  }

  @Test func `with two runs nothing is taken back, for another verdict takes its place`() {
    var front = FrontDriver([makeItem(texts: ["one", "two"], judged: .ranked([[0], [1]]))])
    front.press(Key(.backspace))
    #expect(front.lastLine.contains("another verdict takes the place of this one"))
    #expect(front.model.screen?.ranking.tiers == [[0], [1]])
    front.type("q")
    #expect(front.outside == [.quit])
  }

  @Test func `a run cannot be placed twice`() {
    var front = FrontDriver(texts: [["one", "two", "three"]])
    front.type("aa")
    #expect(front.model.screen?.ranking.tiers == [[0]])
    #expect(front.lastLine.contains("A is placed"))
  }

  @Test func `the first letter on a judged comparison begins a new order`() {
    var front = FrontDriver([makeItem(texts: ["one", "two", "three"], judged: .ranked([[0], [1], [2]]))])
    front.type("c")
    #expect(front.model.screen?.ranking.tiers == [[2]])
  }

  @Test func `the run in focus can be placed, so that thirty can be judged`() {
    var front = FrontDriver([makeItem(texts: (0..<30).map { "run \($0)" })])
    front.press(Key(.tab, modifiers: .shift))
    front.type("+b")
    front.press(Key(.enter))
    #expect(front.decisions[1] == .ranked([[29], [1]]))
  }

  @Test func `keys typed before the comparison was drawn never label it`() {
    var front = FrontDriver(texts: [["one", "two"], ["three", "four"], ["five", "six"]])
    front.typeAtOnce("aaa")
    #expect(front.decisions.count == 1)
    #expect(front.model.number == 2)
  }

  @Test func `a screen too small to show a comparison judges only what was seen before`() {
    var front = FrontDriver(texts: [["one", "two"], ["three", "four"], ["five", "six"]])
    front.send(.resized(Size(columns: 10, rows: 3)))
    front.type("a")
    #expect(front.decisions.count == 1 && front.model.number == 2)
    front.type("ab")
    #expect(front.decisions.count == 1 && front.model.number == 2)
    front.send(.resized(Size(columns: 80, rows: 24)))
    front.type("b")
    front.type("a")
    #expect(front.decisions.count == 2 && front.model.number == 3)
  }

  @Test func `keys within the guard time after the first frame never label`() {
    var model = Model(
      campaign: "", progress: RaterProgress(total: 1, judged: 0), size: Size(columns: 80, rows: 24))
    _ = model.update(.opened(makeItem(texts: ["one", "two"]), RaterProgress(total: 1, judged: 0)))
    _ = model.update(.frameShown(at: .seconds(5)))
    #expect(model.update(.input(.key(.letter("a")), at: .seconds(5) + .milliseconds(119))).isEmpty)
    #expect(!model.update(.input(.key(.letter("b")), at: .seconds(5) + .milliseconds(120))).isEmpty)
  }

  @Test func `a key that is held down labels once`() {
    var front = FrontDriver(texts: (0..<40).map { ["one \($0)", "two"] })
    for repetition in 0..<30 {
      front.send(.input(.key(.letter("a")), at: .seconds(60) + .milliseconds(33 * repetition)))
      if front.model.awaitsFirstFrame {
        front.send(.frameShown(at: .seconds(60) + .milliseconds(33 * repetition + 5)))
      }
    }
    #expect(front.decisions.count == 1)
    #expect(front.lastLine.contains("not taken"))
    front.send(.input(.key(.letter("a")), at: .seconds(62)))
    #expect(front.decisions.count == 2)
  }

  @Test func `pasted text never labels anything`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.send(.input(.paste("a\nb\nq"), at: .seconds(60)))
    #expect(front.decisions.isEmpty)
    #expect(front.outside.isEmpty)
    #expect(front.lastLine.contains("pasted text is ignored"))
  }

  @Test func `a paste that holds the mark of its own end judges nothing either`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.send(.input(.paste("a"), at: .seconds(60)))
    let keys: [(Unicode.Scalar, Int)] = [("g", 0), ("u", 50), ("q", 119)]
    for (key, time) in keys {
      front.send(.input(.key(.letter(key)), at: .seconds(60) + .milliseconds(time)))
    }
    #expect(front.decisions.isEmpty && front.outside.isEmpty)
    #expect(front.lastLine.contains("pasted text is ignored"))
    front.send(.input(.key(.letter("a")), at: .seconds(60) + .milliseconds(238)))
    #expect(front.decisions.isEmpty)
    front.send(.input(.key(.letter("b")), at: .seconds(60) + .milliseconds(358)))
    #expect(front.decisions[1] == .ranked([[1], [0]]))
  }

  @Test func `nor does one that something takes`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.type("/")
    front.send(.input(.paste("one"), at: .seconds(60)))
    for key in [Key(.enter), .letter("a")] { front.send(.input(.key(key), at: .seconds(60))) }
    #expect(front.decisions.isEmpty)
    #expect(front.model.search.line?.text == "one")
  }

  @Test
  func `a judgment that could not be saved stays on the screen with the reason, and the key tries again`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.failure = "the disk is full"
    front.type("a")
    #expect(front.decisions.isEmpty)
    #expect(front.lastLine.contains("not saved: the disk is full"))
    front.type("a")
    #expect(front.decisions[1] == .ranked([[0], [1]]))
  }

  @Test func `when the next comparison cannot be opened, the saved one is shown as saved`() {
    var front = FrontDriver(texts: [["one", "two", "three"], ["one", "two", "three"]])
    front.type("b")
    front.openFailure = "the file is gone"
    front.press(Key(.enter))
    #expect(front.decisions[1] == .ranked([[1]]))
    #expect(front.lastLine.contains("the file is gone"))
    #expect(!front.text.contains("Not saved"))
    front.wait(.seconds(2))
    #expect(front.drafts[1] == nil)
  }

  @Test func `when the first comparison cannot be opened, nothing is said to be judged`() {
    var model = Model(
      campaign: "", progress: RaterProgress(total: 12, judged: 3), size: Size(columns: 80, rows: 24))
    _ = model.start()
    _ = model.update(.workFailed(.opening, reason: "locked"))
    let text = model.frame().surface.rowsOfText.joined(separator: "\n")
    #expect(text.contains("No comparison is open; 3 of 12 are judged."))
  }

  @Test func `a draft that fails does not free a comparison whose judgment is on its way`() {
    var model = Model(
      campaign: "", progress: RaterProgress(total: 1, judged: 0), size: Size(columns: 80, rows: 24))
    _ = model.update(.opened(makeItem(texts: ["one", "two"]), RaterProgress(total: 1, judged: 0)))
    _ = model.update(.frameShown(at: .zero))
    _ = model.update(.input(.key(.letter("a")), at: .seconds(5)))
    _ = model.update(.workFailed(.keeping, reason: "locked"))
    #expect(model.update(.input(.key(.letter("b")), at: .seconds(6))).isEmpty)
  }

  @Test func `on a judged comparison the sign of a tie goes on with the saved order`() {
    var front = FrontDriver([makeItem(texts: ["one", "two", "three"], judged: .ranked([[0]]))])
    front.type("#1")
    front.press(Key(.enter))
    front.type("=b")
    front.press(Key(.enter))
    #expect(front.decisions[1] == .ranked([[0, 1]]))
  }

  @Test func `the time taken counts from the first frame`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.press(Key(.down))
    front.type("a")
    #expect(front.requests.first?.elapsedMilliseconds == 2000)
  }

  @Test func `an order and a text that both are drafts are named together, and neither is lost unasked`() {
    var front = FrontDriver(texts: [["one", "two", "three"]])
    front.type("b")
    front.press(Key(.function(11)))
    front.type("x")
    front.press(Key(.escape))
    front.type("kg")
    #expect(front.text.contains("the comment is a draft") && front.text.contains("this order is not saved"))
    #expect(front.decisions.isEmpty)
    front.type("g")
    #expect(front.decisions.count == 1)
    #expect(front.drafts[1] == Draft(laidAside: [OpenEdit(subject: .comment, text: "x", cursor: 1)]))
  }

  @Test func `a question about one verdict is no answer to another, nor on another comparison`() {
    let draft = Draft(edit: OpenEdit(subject: .correction(0), text: "half", cursor: 4))
    let texts = ["one", "two"]
    var front = FrontDriver(
      [makeItem(texts: texts), makeItem(number: 2, texts: texts)], drafts: [1: draft, 2: draft])
    front.press(Key(.escape))
    front.type("ka")
    front.type("b")
    #expect(front.decisions.isEmpty)
    front.type("b")
    #expect(front.decisions.count == 1 && front.model.number == 2)
    front.press(Key(.escape))
    front.type("kb")
    #expect(front.decisions.count == 1)
  }

  @Test(arguments: ["g", "x", "n"])
  func `a verdict on all drops an unsaved order only when asked twice`(key: String) {
    var front = FrontDriver(texts: [["one", "two", "three"]])
    front.type("ba" + key)
    #expect(front.decisions.isEmpty)
    #expect(front.lastLine.contains("not saved"))
    front.type(key)
    #expect(front.decisions[1]?.verdict != .ranked)
    #expect(front.decisions.count == 1)
  }
}
