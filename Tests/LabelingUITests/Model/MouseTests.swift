import Terminal
import Testing

@testable import LabelingUI

@Suite struct MouseTests {
  private static let long = (1...99).map { "line \($0)" }.joined(separator: "\n")

  private func front(_ texts: [String] = [long, long]) -> FrontDriver { FrontDriver(texts: [texts]) }

  private func click(_ column: Int, _ row: Int, on front: inout FrontDriver) {
    for action in [MouseEvent.Action.press, .release] {
      let event = MouseEvent(action: action, position: Position(column: column, row: row))
      front.send(.input(.mouse(event), at: .seconds(9)))
    }
  }

  private func turn(_ action: MouseEvent.Action, _ column: Int, on front: inout FrontDriver) {
    let event = MouseEvent(action: action, position: Position(column: column, row: 12))
    front.send(.input(.mouse(event), at: .seconds(9)))
  }

  private func click(hint: String, on front: inout FrontDriver) throws {
    let line = Array(front.lastLine)
    let start = try #require((0..<line.count).first { String(line[$0...]).hasPrefix(hint) })
    click(start + 1, 23, on: &front)
  }

  private func click(word: String, on front: inout FrontDriver) throws {
    let range = try #require(front.lastLine.firstRange(of: word), "\(front.lastLine)")
    click(front.lastLine.distance(from: front.lastLine.startIndex, to: range.lowerBound), 23, on: &front)
  }

  @Test func `a click gives a run the focus, or the prompt, and judges nothing`() {
    var front = front()
    click(60, 10, on: &front)
    #expect(front.model.screen?.focus == .column(1))
    click(60, 1, on: &front)
    #expect(front.model.screen?.focus == .prompt)
    click(3, 5, on: &front)
    #expect(front.model.screen?.focus == .column(0))
    #expect(front.decisions.isEmpty)
  }

  @Test func `the wheel scrolls what is under the pointer by three lines`() {
    var front = front()
    front.type("ss")
    turn(.wheelDown, 60, on: &front)
    turn(.wheelDown, 60, on: &front)
    turn(.wheelUp, 60, on: &front)
    #expect(front.model.screen?.columns.map(\.pane.viewport.top) == [0, 3])
    #expect(front.model.screen?.focus == .column(0))
  }

  @Test func `turned sideways, the wheel brings runs onto the screen that do not fit`() {
    var front = front(["one", "two", "three", "four"])
    #expect(front.model.screen?.layout.columns.map(\.index) == [0, 1])
    turn(.wheelRight, 20, on: &front)
    #expect(front.model.screen?.layout.columns.map(\.index) == [1, 2])
    for _ in 0..<5 { turn(.wheelRight, 20, on: &front) }
    #expect(front.model.screen?.layout.columns.map(\.index) == [2, 3])
    #expect(front.model.screen?.focus == .column(3))
    for _ in 0..<9 { turn(.wheelLeft, 20, on: &front) }
    #expect(front.model.screen?.layout.columns.map(\.index) == [0, 1])
    #expect(front.decisions.isEmpty)
  }

  @Test func `where all runs fit, and over a list, turning it sideways does nothing`() {
    var front = front(["one", "two"])
    let before = front.text
    turn(.wheelRight, 20, on: &front)
    #expect(front.text == before)
    front = self.front(["one", "two", "three", "four"])
    front.type("?")
    turn(.wheelRight, 20, on: &front)
    front.press(Key(.escape))
    #expect(front.model.screen?.layout.columns.map(\.index) == [0, 1])
  }

  @Test func `a click on the key bar is the key`() throws {
    var front = front()
    try click(hint: "= tie", on: &front)
    #expect(front.requests.map(\.decision) == [.ranked([[0, 1]])])
    front = self.front()
    try click(hint: "? keys", on: &front)
    #expect(front.model.help != nil)
    front = self.front()
    try click(hint: "a b better", on: &front)
    #expect(front.requests.isEmpty && front.lastLine.contains("press the letter of the run"))
  }

  @Test(arguments: [
    ("L", "Esc back"), ("?", "Esc closes"), ("T", "goes back"), ("/", "Esc back"),
    ("e", "Esc"), ("c", "Esc"), ("i", "closes"), ("ex", "Esc"), ("i", "Enter"), ("/q", "Enter"),
  ])
  func `a click on a key in the last line of what is open is the key`(keys: String, word: String) throws {
    var (clicked, pressed) = (front(["\u{202E}a", "b"]), front(["\u{202E}a", "b"]))
    clicked.type(keys)
    pressed.type(keys)
    try click(word: word, on: &clicked)
    pressed.press(Key(word.contains("Enter") ? .enter : .escape))
    #expect(clicked.model.overlay == pressed.model.overlay)
    #expect(clicked.text == pressed.text)
    #expect(clicked.decisions.isEmpty)
  }

  @Test func `of several keys that do alike the one is pressed that is clicked`() throws {
    var front = front()
    front.type("?")
    try click(word: "Down", on: &front)
    var pressed = self.front()
    pressed.type("?")
    pressed.press(Key(.down))
    #expect(front.text == pressed.text)
    try click(word: "Up", on: &front)
    pressed.press(Key(.up))
    #expect(front.text == pressed.text)
  }

  @Test func `what may be done with a changed text can be clicked`() throws {
    var front = front(["one", "two"])
    front.type("eX")
    front.press(Key(.escape))
    try click(word: "goes on writing", on: &front)
    #expect(front.model.editor?.prompt == nil && front.model.editor?.editor.text.string == "Xone")
    front.press(Key(.escape))
    try click(word: "k keeps", on: &front)
    #expect(front.model.editor == nil)
  }

  @Test func `what somebody typed is no key`() throws {
    var front = front()
    front.type("/Esc  Enter  q/")
    try click(word: "Esc", on: &front)
    try click(word: "q/", on: &front)
    #expect(front.model.search.line?.text == "Esc  Enter  q/")
  }

  @Test func `the key bar tells apart each of its columns`() {
    var front = front()
    var found: Set<Command> = []
    for column in 0..<80 {
      if let command = front.model.hintBar.command(at: column, of: 80) { found.insert(command) }
    }
    #expect(found.isSuperset(of: [.chooseRun, .tie, .help]))
    #expect(front.model.hintBar.command(at: 0, of: 80) == nil)
    click(0, 23, on: &front)
    #expect(front.model.help == nil)
  }

  @Test func `a click takes a notice away before it does anything else`() {
    var front = front()
    front.press(Key(.backspace))
    #expect(front.lastLine.contains("nothing is ranked yet"))
    click(2, 23, on: &front)
    #expect(front.lastLine.contains("? keys") && front.decisions.isEmpty)
  }

  @Test func `drags and clicks on other screens do nothing to what is below`() {
    var front = front()
    turn(.drag, 60, on: &front)
    front.type("?")
    click(60, 10, on: &front)
    turn(.wheelDown, 60, on: &front)
    front.press(Key(.escape))
    #expect(front.model.screen?.focus == .column(0))
    #expect(front.model.screen?.columns.map(\.pane.viewport.top) == [0, 0])
  }

  @Test func `one key gives the mouse to the terminal, and takes it again`() {
    var front = front()
    front.model.usesMouse = true
    front.type("m")
    #expect(front.lastLine.contains("the mouse selects text"))
    front.type("m")
    #expect(front.outside == [.useMouse(false), .useMouse(true)])
  }
}
