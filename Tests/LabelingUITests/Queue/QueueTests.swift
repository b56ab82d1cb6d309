import Preference
import Terminal
import TestSupport
import Testing

@testable import LabelingUI

@Suite("The list of comparisons")
struct QueueTests {
  static let prompts = [
    "Why is the sky blue?", "Name three seas.", "Is the sea blue?", "空はなぜ青いのですか。", "Add 2 and 2.",
    "Write a sonnet about the sky over the sea, in the manner of a weather report, and explain each line of it.",
  ]

  static func items() -> [ComparisonItem] {
    prompts.enumerated().map { index, prompt in
      ComparisonItem(
        number: index + 1,
        comparison: makeComparison("q-\(index + 1)", texts: ["one", "two", "three"], prompt: prompt),
        order: [2, 0, 1], judged: nil)
    }
  }

  func driver(size: Size = Size(columns: 80, rows: 24)) -> FrontDriver {
    FrontDriver(Self.items(), size: size)
  }

  @Test func `lists all, and stands at the open one`() {
    var front = driver()
    front.type("]]L")
    #expect(front.model.queue?.total == 6)
    #expect(front.model.queue?.selectedEntry?.number == 3)
    #expect(front.line(0).contains("3/6"))
  }

  @Test func `every key searches, and Enter opens what is chosen`() {
    var front = driver()
    front.type("Lsea")
    #expect(front.model.queue?.total == 3)
    front.press(Key(.down), Key(.enter))
    #expect(front.model.number == 3)
    #expect(front.line(0).contains("“sea”"))
  }

  @Test func `next and previous follow the list`() {
    var front = driver()
    front.type("Lsea")
    front.press(Key(.enter))
    #expect(front.model.number == 2)
    front.type("]")
    #expect(front.model.number == 3)
    front.type("]")
    #expect(front.model.number == 6)
    front.type("]")
    #expect(front.lastLine.contains("the last of the list: “sea”"))
    front.type("[[")
    #expect(front.model.number == 2)
    front.press(Key(.function(12)), .letter("]"))
    #expect(front.model.number == 3)
  }

  @Test func `what is judged leaves the list of the unjudged, and judging goes on in it`() {
    var front = driver()
    front.type("L")
    front.press(Key(.tab))
    front.type("sea")
    front.press(Key(.enter))
    front.type("g")
    #expect(front.model.number == 3)
    front.type("gg")
    #expect(front.model.number == 6)
    #expect(front.lastLine.contains("nothing is left to judge in the list: unjudged “sea”"))
    #expect(front.decisions.count == 3)
  }

  @Test func `keys that come before the list are done when it is there`() {
    let items = (1...300).map { makeItem(number: $0, texts: ["one", "two"]) }
    var front = FrontDriver(items, size: Size(columns: 80, rows: 24))
    front.type("L")
    for _ in 0..<10 { front.press(Key(.pageDown)) }
    let chosen = front.model.queue?.selectedEntry?.number ?? 0
    front.holdsAnswers = true
    front.press(.control("f"), Key(.pageDown), Key(.pageDown), Key(.pageDown), Key(.pageDown))
    front.letAnswersGo()
    let height = front.model.queue?.viewport.height ?? 0
    #expect(front.model.queue?.selectedEntry?.number == chosen + 4 * (height - 1))
    front.holdsAnswers = true
    front.press(.control("f"), Key(.end, modifiers: .control))
    front.letAnswersGo()
    #expect(front.model.queue?.selectedEntry?.number == 300)
  }

  @Test func `Tab goes through the states, and back`() {
    var front = driver()
    front.type("gL")
    front.press(Key(.tab))
    #expect(front.model.queue?.total == 5)
    front.press(Key(.tab))
    #expect(front.model.queue?.total == 1)
    #expect(front.text.contains("all good"))
    front.press(Key(.tab, modifiers: .shift), Key(.tab, modifiers: .shift))
    #expect(front.model.queue?.filter.state == .all)
  }

  @Test func `Esc goes back and leaves the list that was in force`() {
    var front = driver()
    front.type("Lsea")
    front.press(Key(.escape))
    #expect(front.model.queue?.line.isEmpty == true)
    #expect(front.model.queue?.filter.text == "")
    front.press(Key(.escape))
    #expect(front.model.queue == nil)
    front.type("]")
    #expect(front.model.number == 2)
  }

  @Test func `letters on the list judge nothing`() {
    var front = driver()
    front.type("Labgx")
    front.press(Key(.escape))
    #expect(front.decisions.isEmpty)
    #expect(front.model.screen?.ranking.isEmpty == true)
  }

  @Test func `flags are set on the screen and on the list, and listed`() {
    var front = driver()
    front.type("!")
    #expect(front.line(0).contains("! flagged"))
    front.type("L")
    front.press(Key(.down), .control("f"))
    #expect(front.flags == [1, 2])
    for _ in 0..<3 { front.press(Key(.tab)) }
    #expect(front.model.queue?.total == 2)
    #expect(front.text.contains(".! "))
  }

  /// An order of B, and a comment that is put down, on the second comparison; the list, on it.
  private func driverWithDraft() -> FrontDriver {
    var front = driver()
    front.type("]bCtoo long")
    front.press(Key(.escape))
    front.type("k[L")
    front.press(Key(.down))
    return front
  }

  @Test func `the list says what a draft holds`() {
    let front = driverWithDraft()
    #expect(front.text.contains("q-2 · begun: order B, being written: comment on A"))
    #expect(front.lastLine.contains("^X discard draft"))
  }

  @Test func `a draft is discarded by the same key twice`() {
    var front = driverWithDraft()
    front.press(.control("x"))
    #expect(front.drafts[2] != nil)
    #expect(front.text.contains("^X again discards what is begun of comparison 2 for good: order B"))
    front.press(Key(.up), Key(.down), .control("x"))
    #expect(front.drafts[2] != nil, "it was asked again")
    front.press(.control("x"))
    #expect(front.drafts[2] == nil)
    #expect(front.lastLine.contains("discarded: the draft of comparison 2"))
    front.press(Key(.enter))
    #expect(front.model.screen?.ranking.isEmpty == true)
    front.wait(.seconds(2))
    #expect(front.drafts[2] == nil)
  }

  @Test func `the draft of the open comparison goes, and is not written again`() {
    var front = driver()
    front.type("bL")
    #expect(front.text.contains("begun: order B"), "it is kept before the list is read")
    front.press(.control("x"), .control("x"))
    #expect(front.model.queue?.selectedEntry?.hasDraft == false)
    front.press(Key(.escape))
    front.wait(.seconds(2))
    #expect(front.drafts[1] == nil)
    #expect(front.model.screen?.ranking.isEmpty == true)
  }

  @Test func `what another window has begun is told apart, and stays`() {
    var front = driverWithDraft()
    front.elsewhere[2] = ["order A"]
    front.press(.control("f"))
    #expect(
      front.text.contains("begun: order B, being written: comment on A; in another window: order A"))
    front.press(.control("x"))
    #expect(front.text.contains("what another window has begun comes up then"))
  }

  @Test func `where nothing is begun there is nothing to discard`() {
    var front = driver()
    front.type("L")
    front.press(.control("x"), .control("x"))
    #expect(front.lastLine.contains("nothing is begun and unsaved there"))
  }

  @Test func `goes to a number or an id, and says if there is none`() {
    var front = driver()
    front.type("#5")
    front.press(Key(.enter))
    #expect(front.model.number == 5)
    front.type("#q-2")
    front.press(Key(.enter))
    #expect(front.model.number == 2)
    front.type("#99")
    front.press(Key(.enter))
    #expect(front.model.number == 2)
    #expect(front.lastLine.contains("no comparison has the number or id 99"))
    front.type("#3")
    front.press(Key(.escape))
    #expect(front.model.number == 2)
  }

  @Test func `an answer to an earlier request is dropped`() {
    var front = driver()
    front.type("Lsea")
    front.send(.queueListed(QueuePage(number: 1, total: 99, position: 0, start: 0, entries: [])))
    #expect(front.model.queue?.total == 3)
  }

  @Test func `a list of a hundred thousand is held in part, and scrolled through`() {
    var screen = QueueScreen(filter: QueueFilter(), number: 1, size: Size(columns: 80, rows: 24))
    func page(_ request: QueueRequest) -> QueuePage {
      let start = request.start ?? 0
      let entries = (start..<min(100_000, start + request.count)).map {
        QueueEntry(number: $0 + 1, id: "q\($0)", prompt: "?", order: [0, 1])
      }
      return QueuePage(number: request.number, total: 100_000, position: 0, start: start, entries: entries)
    }
    _ = screen.take(page(screen.refresh()))
    var requests = 0
    for step in [ScrollStep.pages(1), .pages(1), .toBottom, .pages(-1), .lines(-1), .toTop, .lines(1)] {
      guard let request = screen.scroll(step) else { continue }
      requests += 1
      #expect(request.count < 100)
      _ = screen.take(page(request))
    }
    #expect(requests == 2)
    #expect(screen.selection == 1)
    #expect(screen.entry(at: 1)?.number == 2)
    _ = screen.scroll(.toBottom).flatMap { screen.take(page($0)) }
    #expect(screen.selectedEntry?.number == 100_000)
  }

  @Test func `a search that takes its time shows what it has, and how far it is`() {
    var screen = QueueScreen(filter: QueueFilter(text: "sky"), number: 70, size: Size(columns: 80, rows: 24))
    func page(_ request: QueueRequest, of numbers: [Int], percent: Int? = nil) -> QueuePage {
      let entries = numbers.map { QueueEntry(number: $0, id: "q\($0)", prompt: "sky", order: [0, 1]) }
      let position = numbers.firstIndex { $0 >= request.comparison } ?? max(0, numbers.count - 1)
      return QueuePage(
        number: request.number, total: numbers.count, position: position, start: 0, entries: entries,
        percentSearched: percent)
    }
    let request = screen.refresh()
    #expect(screen.take(page(request, of: [], percent: 20)) == nil)
    #expect(text(of: screen).contains("20 % searched"))
    #expect(!text(of: screen).contains("Nothing is in this list"))
    #expect(screen.take(page(request, of: [3, 7], percent: 50)) == nil)
    #expect(text(of: screen).contains("2/2"))
    #expect(screen.take(page(request, of: [3, 7, 70, 90])) == nil)
    #expect(!text(of: screen).contains("searched"))
    #expect(screen.selectedEntry?.number == 70)
  }

  @Test func `who has chosen something while the search goes on keeps it`() {
    var screen = QueueScreen(filter: QueueFilter(text: "sky"), number: 70, size: Size(columns: 80, rows: 24))
    let request = screen.refresh()
    func page(_ numbers: [Int], percent: Int? = nil) -> QueuePage {
      QueuePage(
        number: request.number, total: numbers.count, position: numbers.count - 1, start: 0,
        entries: numbers.map { QueueEntry(number: $0, id: "q\($0)", prompt: "sky", order: [0, 1]) },
        percentSearched: percent)
    }
    _ = screen.take(page([3, 7], percent: 50))
    #expect(screen.scroll(.lines(-1)) == nil)
    #expect(screen.selectedEntry?.number == 3)
    _ = screen.take(page([3, 7, 70]))
    #expect(screen.selectedEntry?.number == 3)
  }

  private func text(of screen: QueueScreen) -> String {
    var surface = Surface(size: Size(columns: 80, rows: 24))
    _ = screen.draw(on: &surface, glyphs: ChromeGlyphs(for: .unicode))
    return surface.rowsOfText.joined(separator: "\n")
  }

  @Test(arguments: [(20, 5), (40, 12), (80, 24), (200, 60)])
  func `looks right`(columns: Int, rows: Int) {
    var front = driver(size: Size(columns: columns, rows: rows))
    front.type("cbg")
    front.type("bc")
    front.press(Key(.enter))
    front.type("!L")
    front.press(Key(.up))
    expectSnapshot(front.model.frame().snapshot, named: "queue-\(columns)x\(rows)")
  }

  @Test func `every size from 1×1 up draws`() {
    for columns in [1, 2, 5, 19, 20, 38, 59, 60, 70, 119, 120, 300] {
      for rows in [1, 2, 3, 4, 5, 8, 9, 80] {
        var front = driver(size: Size(columns: columns, rows: rows))
        front.type("L")
        #expect(front.model.frame().surface.size == Size(columns: columns, rows: rows))
      }
    }
  }
}
