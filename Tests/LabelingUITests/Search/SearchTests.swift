import Preference
import Terminal
import TestSupport
import Testing

@testable import LabelingUI

@Suite("Searching a comparison")
struct SearchTests {
  let texts = ["The sky is blue.", "Sky and sea.\nSky again.", "nothing here"]

  func driver(size: Size = Size(columns: 120, rows: 24)) -> FrontDriver {
    FrontDriver(texts: [texts], size: size)
  }

  @Test func `every key searches the prompt and all runs, and the line says how many there are`() {
    var front = driver()
    front.type("/sky")
    // The prompt is behind the focus, so the first run comes first.
    #expect(front.lastLine.contains("/sky"))
    #expect(front.lastLine.contains("1/1 in A · 4 in all"))
    #expect(front.model.search.findings.matches.count == 4)
  }

  @Test func `matches go on from run to run and begin again at the prompt`() {
    var front = driver()
    front.type("/sky")
    front.press(Key(.enter))
    front.type(";")
    #expect(front.lastLine.contains("1/2 in B · 4 in all"))
    #expect(front.model.screen?.focus == .column(1))
    front.type(";;")
    #expect(front.lastLine.contains("1/1 in the prompt · 4 in all · from the top again"))
    front.type(",")
    #expect(front.lastLine.contains("2/2 in B · 4 in all · from the end again"))
  }

  @Test func `Esc goes back to where reading stood`() {
    let long = (1...200).map { "line \($0)" }.joined(separator: "\n")
    var front = FrontDriver(texts: [[long, "x"]])
    for _ in 0..<5 { front.press(Key(.down)) }
    let before = front.model.screen?.readingPlace
    front.type("/line 150")
    #expect(front.text.contains("line 150"))
    front.press(Key(.escape))
    #expect(front.model.screen?.readingPlace == before)
    #expect(front.model.search.findings.matches.isEmpty)
    #expect(!front.model.frame().isCursorVisible)
  }

  @Test func `Enter stays where the search led`() {
    let long = (1...200).map { "line \($0)" }.joined(separator: "\n")
    var front = FrontDriver(texts: [[long, "x"]])
    front.type("/line 150")
    front.press(Key(.enter))
    #expect(front.text.contains("line 150"))
    #expect(front.line(22).contains("1/1 in A · 1 in all"))
  }

  @Test func `while nothing is found the screen stands where it stood`() {
    let long = (1...200).map { "line \($0)" }.joined(separator: "\n")
    var front = FrontDriver(texts: [[long, "x"]])
    front.type("/line 15")
    front.type("x")
    #expect(front.lastLine.contains("not found"))
    #expect(front.model.screen?.columns[0].pane.viewport.top == 0)
  }

  @Test func `case and patterns are switched on the line, and it shows them`() {
    var front = driver()
    front.type("/S.Y")
    #expect(front.lastLine.contains("not found"))
    front.press(Key(.character("r"), modifiers: .alt))
    #expect(front.lastLine.contains(".*/S.Y"))
    #expect(front.lastLine.contains("4 in all"))
    front.press(Key(.character("c"), modifiers: .alt))
    #expect(front.lastLine.contains("Aa .*/S.Y"))
    #expect(front.lastLine.contains("not found"))
  }

  @Test func `what is no pattern says why and finds nothing`() {
    var front = driver()
    front.press(.letter("/"), Key(.character("r"), modifiers: .alt))
    front.type("(sky")
    #expect(front.lastLine.contains("a ( without its )"))
  }

  @Test func `a pasted text is looked for, and a paste judges nothing`() {
    var front = driver()
    front.type("/")
    front.send(.input(.paste("sky is"), at: .seconds(100)))
    #expect(front.lastLine.contains("/sky is"))
    #expect(front.decisions.isEmpty)
  }

  @Test func `what runs share is not marked while a search marks something`() {
    let shared = "the sky is blue because air scatters blue light"
    var front = FrontDriver([
      makeItem(texts: ["One: \(shared), so.", "Well, \(shared) indeed.", "\(shared)!"])
    ])
    front.type("ddd")
    func hasShared(_ front: FrontDriver) -> Bool { front.text.contains("│=") || front.text.contains("\n=") }
    #expect(hasShared(front))
    front.type("/blue")
    front.press(Key(.enter))
    #expect(!hasShared(front))
    front.press(Key(.escape))
    #expect(hasShared(front))
  }

  @Test func `letters are text on the line, and run letters again behind it`() {
    var front = FrontDriver(texts: [["one", "two"], ["three", "four"]])
    front.type("/abn")
    #expect(front.decisions.isEmpty)
    front.press(Key(.escape))
    front.type("a")
    #expect(front.decisions.count == 1)
  }

  @Test func `the next comparison is searched for the same, without moving`() {
    var front = FrontDriver(texts: [["sky", "sea"], ["one sky", "two"]])
    front.type("/sky")
    front.press(Key(.enter))
    front.type("]")
    #expect(front.model.search.findings.matches.count == 2)
    #expect(front.model.screen?.focus == .column(0))
    front.press(Key(.escape))
    #expect(front.model.search.findings.matches.isEmpty)
  }

  @Test func `of two runs that are looked at alone, the others are not searched`() {
    var front = FrontDriver(texts: [["one", "two", "hidden words"]])
    front.type("vb/words")
    #expect(front.lastLine.contains("not found"))
    front.press(Key(.enter))
    front.type(";")
    #expect(front.model.screen?.focus == .column(0))
    front.type("v")
    #expect(front.model.search.findings.matches.count == 1)
    front.type(";")
    #expect(front.model.screen?.focus == .column(2))
    front.type("va")
    #expect(front.model.search.findings.matches.count == 1)
  }

  @Test func `no mark of the last comparison stands in the next one, not for a frame`() {
    var front = FrontDriver(texts: [["sky", "sea"], ["one sky", "two"]])
    front.type("/sky")
    front.press(Key(.enter))
    front.holdsAnswers = true
    front.type("]")
    #expect(front.model.number == 2)
    let roles = front.model.frame().surface.roles
    #expect(!roles.contains(.markMatch) && !roles.contains(.markMatchCurrent))
    #expect(!front.text.contains("in all") && !front.text.contains("not found"))
    front.letAnswersGo()
    #expect(front.model.frame().surface.roles.contains(.markMatch))
  }

  @Test func `a step to the next match waits for the search`() {
    let long = (1...99).map { "line \($0)" }.joined(separator: "\n")
    var front = FrontDriver(texts: [["sky", "sea"], [long + " sky", "two"]])
    front.type("/sky")
    front.press(Key(.enter))
    front.holdsAnswers = true
    front.type("];")
    front.letAnswersGo()
    #expect(front.text.contains("line 99 sky"))
  }

  @Test func `a corrected text that is shown is searched anew when it is saved`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.type("ex")
    front.press(.control("s"))
    front.type("~/x")
    front.press(Key(.enter))
    #expect(front.model.search.findings.matches.map(\.range) == [0..<1])
    front.type("e")
    front.press(Key(.home))
    front.type("long ")
    front.press(.control("s"))
    #expect(front.model.search.findings.matches.map(\.range) == [5..<6])
  }

  @Test func `findings that come too late are dropped`() {
    var front = driver()
    front.type("/sky")
    front.send(.found(SearchFindings(fault: "late"), search: 1))
    #expect(!front.lastLine.contains("late"))
  }

  @Test func `Enter on an empty line looks for the same again, from here`() {
    var front = driver()
    front.type("/sky")
    front.press(Key(.enter), .letter("/"), Key(.enter))
    #expect(front.lastLine.contains("1/1 in A · 4 in all"))
  }

  @Test func `a match over a break is marked on both rows, and wide characters whole`() {
    var front = FrontDriver(
      [makeItem(texts: ["空が青いのは太陽の光が空気で散らばるから", "x"])], size: Size(columns: 40, rows: 12))
    front.type("/太陽の光が空気で散らばる")
    front.press(Key(.enter))
    let surface = front.model.frame().surface
    let marked = (0..<12).map { row in
      (0..<40).filter { surface[Position(column: $0, row: row)].role == .markMatchCurrent }.count
    }
    #expect(marked.reduce(0, +) == 24)
  }

  @Test func `the cursor stands at the match, and on the line while it is typed`() {
    var front = FrontDriver([makeItem(texts: ["The sky is blue.", "x"])])
    front.type("/blue")
    #expect(front.model.frame().isCursorVisible)
    #expect(front.model.frame().cursor == Position(column: 6, row: 23))
    front.press(Key(.enter))
    #expect(front.model.frame().cursor == Position(column: 12, row: 4))
  }

  @Test(arguments: [(40, 12), (80, 24), (200, 60)])
  func `looks right`(columns: Int, rows: Int) {
    let size = Size(columns: columns, rows: rows)
    var front = FrontDriver([makeItem(texts: texts)], size: size)
    front.type("/sky")
    expectSnapshot(front.model.frame().snapshot, named: "search-\(columns)x\(rows)")
    front.press(Key(.enter))
    front.type(";")
    front.press(Key(.left), Key(.left))
    expectSnapshot(front.model.frame().snapshot, named: "found-\(columns)x\(rows)")
  }
}

extension Surface {
  /// Of all its cells.
  var roles: Set<Role> {
    Set(
      (0..<size.rows).flatMap { row in
        (0..<size.columns).map { self[Position(column: $0, row: row)].role }
      })
  }
}
