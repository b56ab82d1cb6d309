import Preference
import Terminal
import Testing

@testable import LabelingUI

/// Sessions as raters have them, told from beginning to end.
@Suite("Stories of sessions")
struct SessionStoryTests {
  private static let long = (1...60).map { "Line \($0) of a long answer." }.joined(separator: "\n")
  private static let items = [
    makeItem(
      number: 1,
      texts: ["The sky scatters blue light.", "Blue light is scattered.", "The sea colors the sky."]),
    makeItem(number: 2, texts: ["It is Rayleigh scattering.", "It is magic."]),
    makeItem(number: 3, texts: [long, long + "\nAnd one more.", "Short."]),
    makeItem(number: 4, texts: ["Yes.", "No."]),
  ]

  @Test func `ranking with a tie: two are best, one is worse, and the next comparison opens`() {
    var front = FrontDriver(Self.items)
    #expect(front.line(22).contains("Not judged"))
    front.type("b")
    #expect(front.line(22).contains("1st B"))
    front.type("=")
    #expect(front.line(22).contains("= …"))
    front.type("a")
    #expect(front.line(22).contains("1st B = A"))
    front.type("c")
    #expect(front.line(22).contains("3rd C"))
    #expect(front.text.contains("= 1st"))
    front.press(Key(.enter))
    #expect(front.decisions == [1: .ranked([[1, 0], [2]])])
    #expect(front.model.number == 2)
    #expect(front.line(0).contains("1"))
  }

  @Test func `a slip: the wrong letter is undone, the other one is judged, and the session goes on`() {
    var front = FrontDriver(Self.items)
    front.type("]b")
    #expect(front.decisions[2] == .ranked([[1], [0]]))
    front.type("u")
    #expect(front.decisions[2] == nil)
    #expect(front.model.number == 2)
    #expect(front.lastLine.contains("undone: comparison 2"))
    front.type("a")
    #expect(front.decisions == [2: .ranked([[0], [1]])])
    #expect(front.model.number == 3)
  }

  @Test func `searching: words are found across the runs, and reading goes on where it stood`() {
    var front = FrontDriver(Self.items)
    front.type("#3")
    front.press(Key(.enter), Key(.pageDown))
    let before = front.text
    front.type("/line 40")
    #expect(front.lastLine.contains("1/1 in A · 2 in all"))
    front.press(Key(.escape))
    #expect(front.text == before)
    front.type("/line 40")
    front.press(Key(.enter))
    front.type(";")
    #expect(front.lastLine.contains("1/1 in B · 2 in all"))
    front.type("]")
    #expect(front.model.search.query.text == "line 40")
    #expect(front.decisions.isEmpty)
  }

  @Test func `working through a list: what is flagged is judged in turn, and the list says when it ends`() {
    var front = FrontDriver(Self.items)
    front.type("]!]]!")
    #expect(front.flags == [2, 4])
    front.type("L")
    for _ in 0..<3 { front.press(Key(.tab)) }
    front.press(Key(.up), Key(.enter))
    #expect(front.model.number == 2)
    #expect(front.line(0).contains("flagged"))
    front.type("a")
    #expect(front.model.number == 4)
    front.type("b")
    #expect(front.lastLine.contains("nothing is left to judge in the list: flagged"))
    #expect(front.decisions.keys.sorted() == [2, 4])
  }

  @Test func `another theme in the middle: looked at, put back, and nothing of the order is lost`() throws {
    var front = FrontDriver(Self.items)
    front.model.themes = ThemeSelection(current: try ThemeCatalog.builtIn.theme(named: "default-dark"))
    front.type("c=b")
    let before = front.text
    front.type("t")
    front.press(Key(.down), Key(.down), Key(.escape))
    #expect(front.model.themes.current.name == "default-dark")
    #expect(front.text == before)
    front.type("t")
    front.press(Key(.down), Key(.enter))
    #expect(front.model.themes.current.name != "default-dark")
    front.press(Key(.enter))
    #expect(front.decisions == [1: .ranked([[2, 1]])])
  }

  @Test func `a window that is made small and large again: the text that was read stays, the order too`() {
    var front = FrontDriver(Self.items)
    front.type("#3")
    front.press(Key(.enter))
    front.type("a")
    for _ in 0..<3 { front.press(Key(.pageDown)) }
    let (text, place) = (front.text, front.model.screen?.readingPlace)
    for (columns, rows) in [(40, 12), (20, 5), (1, 1), (200, 60), (37, 9), (80, 24)] {
      front.send(.resized(Size(columns: columns, rows: rows)))
      #expect(front.model.frame().surface.size == Size(columns: columns, rows: rows))
    }
    #expect(front.text == text)
    #expect(front.model.screen?.readingPlace == place)
    front.send(.resized(Size(columns: 20, rows: 5)))
    front.type("c")
    front.press(Key(.enter))
    #expect(front.decisions == [3: .ranked([[0], [2]])])
  }
}
