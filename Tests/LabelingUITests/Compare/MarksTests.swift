import Preference
import Terminal
import TestSupport
import Testing

@testable import LabelingUI

@Suite("Marks in the runs")
struct MarksTests {
  static let alike = [
    "Air scatters blue light far more than red light, so we see blue from everywhere.\n\nAt noon it is deep.",
    "Air scatters blue light far more than green light, so we see blue from everywhere.\n\nAt dusk it is pale and wide.",
  ]
  static let many = [
    "The sky is blue because air scatters blue light. Rayleigh found the law.",
    "Sunsets are red, and the sky is blue because air scatters blue light.",
    "Air is clear; the sky is blue because air scatters blue light. Oceans mirror it.",
  ]

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
  func `words that differ are marked, and the line with the order says so`(size: Size) {
    let front = FrontDriver([makeItem(texts: Self.alike)], size: size)
    expectSnapshot(front.model.frame().snapshot, named: "words-\(size.columns)x\(size.rows)")
  }

  @Test func `of many runs, what only one says`() {
    let front = FrontDriver([makeItem(texts: Self.many)], size: Size(columns: 120, rows: 40))
    expectSnapshot(front.model.frame().snapshot, named: "only-here-120x40")
  }

  @Test func `d goes through all kinds of marks, says which and why, and comes back`() {
    var front = FrontDriver([makeItem(texts: Self.alike)])
    var sentences: [String] = []
    for _ in ReadingAid.allCases {
      front.type("d")
      sentences.append(front.text)
    }
    for (sentence, aid) in zip(
      sentences, ["words: ", "shared phrases: ", "only here: ", "marks off", "auto · words: "])
    {
      #expect(sentence.contains(aid))
    }
    #expect(sentences[4].contains("words that differ are marked"))
  }

  @Test func `the kind of marks is kept for the next comparison`() {
    var front = FrontDriver(texts: [Self.alike, Self.alike])
    front.type("dddd]")
    #expect(front.text.contains("marks off"))
    #expect(front.model.screen?.columns.allSatisfy { $0.pane.marks.isEmpty } == true)
  }

  @Test func `what was done is said, in the words of the line with the order`() {
    var front = FrontDriver([makeItem(texts: Self.many)], size: Size(columns: 120, rows: 40))
    front.press(Key(.tab))
    front.type("*")
    #expect(front.lastLine.contains("the others are held against B"))
    front.type("vc")
    #expect(front.lastLine.contains("B and C alone; v shows all again"))
    #expect(front.text.contains("B and C alone · "))
    front.type("s")
    #expect(front.lastLine.contains("scroll linked: "))
    front.type("v")
    #expect(front.text.contains("scroll linked · "))
  }

  @Test func `the run that the others are held against is kept when another comparison was open`() {
    var front = FrontDriver([makeItem(texts: Self.many), makeItem(texts: Self.many)])
    front.press(Key(.tab))
    front.type("*][")
    #expect(front.model.screen?.pivot == 1)
  }

  @Test func `where marks are not about the chosen run, its share and the key that shows it are told`() {
    var front = FrontDriver([makeItem(texts: Self.many)], size: Size(columns: 120, rows: 40))
    front.type("ddd2*")
    #expect(front.lastLine.contains("the others are held against B; marks of words show it (d)"))
    #expect(front.text.contains(" % like B · only here"))
  }

  @Test func `texts that differ in the composition of characters only are said to look the same`() {
    let front = FrontDriver(texts: [["caf\u{E9} na\u{EF}ve", "cafe\u{301} nai\u{308}ve"]])
    #expect(front.text.contains("same to the eye, other characters"))
    #expect(!front.text.contains("alike"))
    #expect(front.model.screen?.columns.allSatisfy { $0.pane.marks.count == 2 } == true)
  }

  @Test func `a line with little room says at least what is marked`() {
    let size = Size(columns: 40, rows: 12)
    var front = FrontDriver([makeItem(texts: Self.many), makeItem(texts: Self.many)], size: size)
    #expect(front.text.contains("60 % alike · words"))
    front.type("ddd]")
    #expect(front.line(size.rows - 2) == " Not judged – A B C           only here ")
    let alike = FrontDriver(texts: [["caf\u{E9}", "cafe\u{301}"]], size: size)
    #expect(alike.line(size.rows - 2).contains("unseen parts"))
  }

  @Test func `one letter in a long word is found`() {
    let word = String(repeating: "x", count: 5_000)
    let pair = FrontDriver(texts: [[word + "x" + word, word + "y" + word]])
    #expect(pair.text.contains("99 % alike"))
    #expect(
      pair.model.screen?.columns.map { $0.pane.marks.map(\.range) } == [[5_000..<5_001], [5_000..<5_001]])
  }

  @Test func `a paragraph that stands elsewhere is marked as moved without being asked for`() {
    let moved = "Harbor lamps were lit at six by the keeper and his daughter."
    let others = [
      "Scattered light explains the color of the evening sky.",
      "Nobody recorded what the tide had done overnight.",
    ]
    let front = FrontDriver(
      texts: [[moved, others[0], others[1]], [others[0], others[1], moved]].map {
        $0.joined(separator: "\n\n")
      }
      .reduce(into: [[]]) { $0[0].append($1) })
    #expect(
      front.model.screen?.columns.allSatisfy { $0.pane.marks.contains { $0.role == .diffMoved } } == true)
  }

  @Test func `one word that only one run has is marked among what is only here`() {
    let texts = ["two", "three", "two"].map { "A list of \($0) items that everybody has." }
    var front = FrontDriver([makeItem(texts: texts)])
    front.type("ddd")
    #expect(front.text.contains("only here"))
    let unique = front.model.screen?.columns.map {
      $0.pane.marks.filter { $0.role == .diffUnique }.map(\.range)
    }
    #expect(unique == [[], [10..<15], []])
  }

  @Test func `identical runs are said to be identical`() {
    let front = FrontDriver(texts: [["the same", "the same"]])
    #expect(front.text.contains("identical"))
  }

  @Test func `runs that are identical among many are named`() {
    let front = FrontDriver(texts: [[Self.many[0], Self.many[1], Self.many[0]]])
    #expect(front.text.contains("A = C"))
  }

  @Test func `v looks at two runs alone, and back`() {
    var front = FrontDriver(texts: [["first one", "second one", "third one"]])
    front.type("vc")
    #expect(front.text.contains("first one") && front.text.contains("third one"))
    #expect(!front.text.contains("second one"))
    #expect(front.text.contains("[A] B [C]") == false)
    front.press(Key(.tab))
    #expect(front.model.screen?.focusedColumn == 2)
    front.type("v")
    #expect(front.model.screen?.pair == nil)
  }

  @Test func `the line with the order says what is held against what, where that is not plain`() {
    var front = FrontDriver([makeItem(texts: Self.alike + [Self.alike[0] + " At dawn, too."])])
    #expect(front.line(22).contains("against A · "))
    front.type("2*")
    #expect(front.line(22).contains("against B · "))
    front.type("vc")
    #expect(front.line(22).contains("B and C alone · "))
    #expect(!front.text.contains("2 of 3"))
    #expect(!FrontDriver([makeItem(texts: Self.alike)]).text.contains("against"))
    var many = FrontDriver([makeItem(texts: Self.many)])
    many.type("ddd")
    #expect(many.text.contains("only here") && !many.text.contains("against"))
  }

  @Test func `of thirty runs without a place the neighbors are not all named`() {
    var front = FrontDriver([makeItem(texts: (0..<30).map { "run \($0)" })])
    #expect(front.line(22).contains("– A–AD"))
    front.type("gad")
    #expect(front.line(22).contains("1st G   2nd A   3rd D   – B C E F H–AD"))
  }

  @Test func `after v, anything but a letter of another run gives up`() {
    var front = FrontDriver(texts: [["first", "second", "third"]])
    front.press(Key(.character("v")), Key(.escape))
    #expect(front.lastLine.contains("no run was chosen"))
    front.type("va")
    #expect(front.model.screen?.pair == nil && front.model.screen?.ranking.placedCount == 0)
    front.type("va")
    #expect(front.lastLine.contains("choose another"))
  }

  @Test func `letters rank in the two runs that are looked at alone`() {
    var front = FrontDriver(texts: [["first", "second", "third"]])
    front.type("vcc")
    #expect(front.model.screen?.ranking.tiers == [[2]])
  }

  @Test func `the others are held against the run that is chosen`() {
    var front = FrontDriver(texts: [Self.many])
    front.press(Key(.tab))
    front.type("*")
    #expect(front.text.contains("against B"))
  }

  @Test func `an answer to an earlier request is not taken`() throws {
    var front = FrontDriver(texts: [Self.alike, ["one", "two"]])
    let old = try #require(front.model.screen?.difference)
    let number = front.model.differenceNumber
    front.type("]")
    front.send(.compared(old, request: number))
    #expect(front.model.screen?.columns.allSatisfy { $0.pane.marks.isEmpty } == true)
  }

  @Test func `the first marks of long runs say that they are not all`() throws {
    let words = (0..<30_000).map { "word\($0)\($0 % 40 == 0 ? "\n\n" : "")" }
    let other = words.enumerated().map { $0.offset % 20 == 7 ? "other" : $0.element }
    let texts = [words, other].map { $0.joined(separator: " ") }
    var front = FrontDriver([makeItem(texts: texts)])
    let request = try #require(front.model.screen).differenceRequest(number: 0, aid: .auto)
    var first: RunDifference?
    let last = try #require(DifferenceEngine.compare(request) { first = $0 })
    front.model.tellsDifference = true
    front.send(.compared(try #require(first), request: front.model.differenceNumber))
    #expect(front.text.contains("comparing · words so far") && !front.text.contains("alike"))
    let tellsMore = front.model.tellsDifference
    #expect(tellsMore)
    front.send(.compared(last, request: front.model.differenceNumber))
    #expect(front.text.contains("alike · auto · words") && !front.text.contains("comparing"))
    #expect(front.lastLine.contains("words that differ are marked"))
  }

  @Test func `where a run is read, it is compared first`() throws {
    let lines = (0..<200).map { "line \($0)" }.joined(separator: "\n")
    var front = FrontDriver(texts: [[lines, lines + "\nmore"]])
    front.press(Key(.end))
    let screen = try #require(front.model.screen)
    let places = screen.differenceRequest(number: 0, aid: .auto).places
    #expect(places == screen.columns.map { $0.sourceOffset(of: $0.pane.anchor) } && places[0] > 1000)
  }

  @Test func `a mark has a sign in the gutter, also where nothing but ASCII shows`() {
    let front = FrontDriver([makeItem(texts: Self.alike)], repertoire: .ascii)
    let rows = front.text.split(separator: "\n").filter {
      $0.contains("than red") || $0.contains("than green")
    }
    #expect(rows.allSatisfy { $0.hasPrefix("~") })
    #expect(front.text.unicodeScalars.allSatisfy { $0.isASCII })
  }
}
