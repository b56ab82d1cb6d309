import Preference
import Terminal
import TestSupport
import Testing

@testable import LabelingUI

@Suite struct ReasonsPanelTests {
  static func rubric(required: Bool = false) -> Rubric {
    Rubric(
      criteria: [
        Criterion(
          key: "errors", label: "What is wrong",
          kind: .tags([
            .init(value: "factual", label: "Factual error"), .init(value: "style", label: "Style"),
            .init(value: "off-topic", label: "Off topic"),
          ]), scope: .run),
        Criterion(
          key: "helpfulness", label: "Helpful",
          kind: Scale(minimum: 1, maximum: 5).map { .rating($0) } ?? .text,
          scope: .run, isRequired: required),
        Criterion.standard("recognized"), Criterion.standard("confidence", isRequired: required),
        Criterion(key: "note", label: "Anything else", kind: .text),
        Criterion(
          key: "share", label: "Share", kind: Scale(minimum: 0, maximum: 100).map { .rating($0) } ?? .text),
      ].compactMap(\.self))
  }

  func driver(
    required: Bool = false, runs: Int = 2, size: Size = Size(columns: 80, rows: 24),
    repertoire: Repertoire = .unicode
  ) -> FrontDriver {
    let texts = (0..<runs).map { "Answer \($0)." }
    return FrontDriver(
      [makeItem(number: 1, texts: texts, order: (0..<runs).reversed()), makeItem(number: 2, texts: texts)],
      size: size,
      repertoire: repertoire, rubric: Self.rubric(required: required))
  }

  func answers(_ driver: FrontDriver) -> [AnswerSlot: Answer] { driver.model.screen?.remarks.answers ?? [:] }

  @Test func `on the smallest screen the keys to go on with are shown`() {
    var driver = driver(size: Size(columns: 20, rows: 5))
    driver.type("h")
    #expect(driver.lastLine.hasPrefix(" Tab  Esc "))
  }

  @Test func `letters choose tags of the run in focus, digits rate it, and both go with the verdict`() {
    var driver = driver()
    driver.type("hfs4i")
    driver.press(Key(.escape))
    #expect(driver.text.contains("Factual error, Style"))
    driver.type("a")
    // The first column shows the second candidate.
    #expect(
      driver.requests.first?.decision.remarks.answers == [
        AnswerSlot("errors", candidate: 1): .tags(["factual", "style"]),
        AnswerSlot("helpfulness", candidate: 1): .rating(4),
        AnswerSlot("recognized_model", candidate: 1): .flag(true),
      ])
  }

  @Test func `the same letter takes an answer back, and Backspace clears`() {
    var driver = driver()
    driver.type("hff3")
    driver.press(Key(.backspace))
    #expect(answers(driver).isEmpty)
  }

  @Test func `Tab goes from run to run and to the comparison, and the focus with it`() {
    var driver = driver()
    driver.type("hf")
    driver.press(Key(.tab))
    #expect(driver.model.screen?.focus == .column(1))
    driver.type("f")
    driver.press(Key(.tab))
    driver.type("s")
    #expect(
      answers(driver) == [
        AnswerSlot("errors", candidate: 1): .tags(["factual"]),
        AnswerSlot("errors", candidate: 0): .tags(["factual"]),
        AnswerSlot("confidence"): .text("sure"),
      ])
    driver.press(Key(.tab))
    #expect(driver.model.screen?.focus == .column(0))
    driver.press(Key(.tab, modifiers: .shift), Key(.escape))
    #expect(driver.text.contains("sure"))
  }

  @Test func `a run that two others are looked at without comes into sight when it is answered about`() {
    var driver = driver(runs: 3)
    driver.type("vbh")
    driver.press(Key(.tab), Key(.tab))
    #expect(driver.model.screen?.focus == .column(2))
    #expect(driver.model.screen?.layout.columns.contains { $0.index == 2 } == true)
    #expect(driver.model.screen?.difference != nil)
  }

  @Test(arguments: [Repertoire.unicode, .ascii])
  func `answers with letters that a terminal spells out break where they must`(repertoire: Repertoire) throws
  {
    let options = (0..<9).map { Criterion.Option(value: "v\($0)", label: "été \($0)") }
    let rubric = Rubric(criteria: [Criterion(key: "k", label: "Où ?", kind: .tags(options))])
    let panel = try #require(ReasonsPanel(rubric, order: [0, 1], column: 0))
    let layout = ReasonsLayout(panel, answers: [:], columns: 60, repertoire: repertoire)
    for row in layout.rows {
      let pieces = row.pieces.map { $0.map(\.text).joined() }.joined(separator: "  ")
      let indent = row.isFirst ? 0 : 4
      #expect(indent + TextWidth.columns(of: pieces, repertoire: repertoire) <= 60)
    }
  }

  @Test func `arrows rate, and stay on the scale`() {
    var driver = driver()
    driver.type("h")
    driver.press(Key(.down), Key(.left), Key(.right), Key(.right))
    #expect(answers(driver) == [AnswerSlot("helpfulness", candidate: 1): .rating(5)])
    driver.type("9")
    #expect(driver.lastLine.contains("from 1 to 5"))
    #expect(answers(driver) == [AnswerSlot("helpfulness", candidate: 1): .rating(5)])
  }

  @Test func `long numbers are typed on a line`() {
    var driver = driver()
    driver.type("h")
    driver.press(Key(.tab), Key(.tab))
    driver.type("75")
    driver.press(Key(.enter))
    #expect(answers(driver) == [AnswerSlot("share"): .rating(75)])
  }

  @Test func `texts are written in the editor, and the questions come back`() {
    var driver = driver()
    driver.type("h")
    driver.press(Key(.tab), Key(.tab))
    driver.type("a")
    #expect(driver.text.contains("[Answer to Anything else]"))
    driver.paste("first\nsecond")
    driver.press(Key(.enter))
    driver.type("third")
    driver.press(.control("z"), .control("y"), .control("s"))
    #expect(answers(driver) == [AnswerSlot("note"): .text("first\nsecond\nthird")])
    #expect(driver.text.contains("Anything else  first …  (3 lines)"))
    driver.press(Key(.enter))
    driver.type("!")
    driver.press(Key(.escape))
    driver.type("k")
    #expect(driver.text.contains("first …  (draft, 3 lines)"))
    #expect(answers(driver) == [AnswerSlot("note"): .text("first\nsecond\nthird")])
    driver.press(Key(.escape))
    #expect(driver.model.overlay == nil)
    #expect(driver.drafts[1]?.laidAside.first?.subject == .answer(AnswerSlot("note")))
  }

  @Test func `a text that is required waits for the editor, and Enter saves then`() {
    let rubric = Rubric(criteria: [Criterion(key: "why", kind: .text, isRequired: true)])
    var driver = FrontDriver(
      [makeItem(texts: ["a", "b"]), makeItem(number: 2, texts: ["a", "b"])], rubric: rubric)
    driver.type("a")
    driver.press(Key(.enter))
    driver.type("because")
    driver.press(.control("s"))
    #expect(driver.requests.isEmpty)
    driver.press(Key(.enter))
    #expect(driver.requests.first?.decision.remarks.answers == [AnswerSlot("why"): .text("because")])
  }

  @Test func `the runs stay in sight above the questions, and the prompt gives way`() {
    let item = ComparisonItem(
      number: 1,
      comparison: makeComparison(
        texts: ["first answer", "second"], prompt: String(repeating: "A long prompt. ", count: 40)),
      order: [0, 1], judged: nil)
    for (columns, rows) in [(40, 12), (80, 24), (20, 5), (39, 7)] {
      var driver = FrontDriver(
        [item], size: Size(columns: columns, rows: rows), rubric: Self.rubric())
      driver.type("h")
      #expect(driver.text.contains("first answer"), "\(columns)x\(rows)\n\(driver.text)")
      driver.press(Key(.tab), Key(.tab))
      #expect(driver.text.contains("answer") || driver.text.contains("second"), "\(columns)x\(rows)")
      driver.press(Key(.escape))
      #expect(driver.model.screen?.size.rows == rows)
    }
  }

  @Test func `what is not asked any more is told, and stays`() {
    let unasked = [
      AnswerSlot("tone", candidate: 0): Answer.tags(["formal"]), AnswerSlot("old"): .text("long ago\nmore"),
    ]
    var decision = Decision.ranked([[0], [1]])
    decision = Decision(
      verdict: decision.verdict, ranking: decision.ranking, remarks: Remarks(unasked: unasked))
    var driver = FrontDriver(
      [makeItem(texts: ["a", "b"], judged: decision), makeItem(number: 2, texts: ["a", "b"])],
      rubric: Self.rubric())
    driver.type("#1")
    driver.press(Key(.enter))
    #expect(driver.text.contains("not asked any more, but kept: old: long ago …; tone of A: formal"))
    driver.type("h")
    #expect(driver.text.contains("not asked any more, but kept: old"))
    driver.press(Key(.escape))
    driver.type("b")
    #expect(driver.requests.first?.decision.remarks.unasked == unasked)
  }

  @Test func `what is required is asked when the verdict is given, and saved with it`() {
    var driver = driver(required: true)
    driver.type("b")
    #expect(driver.requests.isEmpty)
    #expect(driver.text.contains("3 answers are required"))
    driver.press(Key(.enter))
    #expect(driver.requests.isEmpty)
    driver.type("4")
    driver.press(Key(.enter))
    driver.type("5")
    driver.press(Key(.enter))
    driver.type("l")
    driver.press(Key(.enter))
    #expect(driver.requests.count == 1)
    #expect(driver.requests.first?.decision.ranking.tiers == [[0], [1]])
    #expect(driver.requests.first?.decision.remarks.answers.count == 3)
  }

  @Test func `Esc leaves what is required open and saves nothing`() {
    var driver = driver(required: true)
    driver.type("b4")
    driver.press(Key(.escape))
    #expect(driver.requests.isEmpty)
    #expect(driver.lastLine.contains("not saved"))
    #expect(answers(driver).count == 1)
    driver.type("n")
    #expect(driver.requests.map(\.decision.verdict) == [.cannotJudge])
  }

  @Test func `answers are kept as a draft and come back`() {
    var driver = driver()
    driver.type("hf")
    driver.wait(.seconds(2))
    #expect(driver.drafts[1]?.remarks?.answers.count == 1)
    driver.press(Key(.escape))
    driver.type("]")
    driver.type("[")
    #expect(answers(driver).count == 1)
  }

  @Test func `without a rubric the key says why it does nothing`() {
    var driver = FrontDriver(texts: [["a", "b"]])
    driver.type("h")
    #expect(driver.text.contains("asks nothing beside the order"))
    #expect(driver.model.overlay == nil)
  }

  @Test(arguments: [(40, 12), (80, 24), (200, 60)])
  func `the panel stands below the runs`(columns: Int, rows: Int) throws {
    var driver = driver(required: true, runs: 3, size: Size(columns: columns, rows: rows))
    driver.type("hfs")
    let frame = driver.model.frame()
    let looks = try frame.looks(in: ThemeCatalog.builtIn.theme(named: "default-dark"))
    expectSnapshot(frame.snapshot + looks, named: "panel-\(columns)x\(rows)")
  }

  @Test(arguments: [(40, 12), (80, 24), (200, 60)])
  func `a text is written below the runs`(columns: Int, rows: Int) throws {
    var driver = driver(runs: 2, size: Size(columns: columns, rows: rows))
    driver.type("h")
    driver.press(Key(.tab), Key(.tab))
    driver.type("a")
    driver.paste("A explains what scattering is.\nB does not, but it is shorter.")
    let frame = driver.model.frame()
    let looks = try frame.looks(in: ThemeCatalog.builtIn.theme(named: "default-dark"))
    expectSnapshot(frame.snapshot + looks, named: "text-\(columns)x\(rows)")
  }

  @Test func `the panel is drawn in ASCII`() {
    var driver = driver(runs: 2, size: Size(columns: 60, rows: 16), repertoire: .ascii)
    driver.type("hf4")
    #expect(driver.text.utf8.count { $0 >= 0x80 } == 0)
    #expect(driver.text.contains("[x] f Factual error"))
    #expect(driver.text.contains("(4)"))
  }
}
