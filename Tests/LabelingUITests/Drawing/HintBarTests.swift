import Preference
import Terminal
import TestSupport
import Testing

@testable import LabelingUI

@Suite struct HintBarTests {
  private func hints(_ columns: Int, _ context: CommandContext) -> String {
    HintBar(keymap: Keymap(), context: context, repertoire: .unicode).fitting(columns)
      .map { "\($0.key) \($0.title)" }.joined(separator: "  ")
  }

  private func context(
    runs: Int, placed: Int = 0, hides: Bool = false, asks: Bool = false, canUndo: Bool = false
  ) -> CommandContext {
    CommandContext(
      activity: .comparing, runCount: runs, placedCount: placed, hidesRuns: hides, asksReasons: asks,
      canUndo: canUndo)
  }

  @Test func `the key without which one cannot go on comes first`() {
    #expect(hints(40, context(runs: 3, placed: 1, hides: true)).hasPrefix("Enter save  a–c rank  Tab next"))
    #expect(hints(20, context(runs: 3, placed: 1, hides: true)) == "Enter save  ? keys")
    #expect(hints(20, context(runs: 2, hides: true)) == "a b better  ? keys")
    #expect(hints(20, context(runs: 3, hides: true)).hasPrefix("a–c rank"))
  }

  @Test func `a rubric is named where there is little room`() {
    #expect(hints(40, context(runs: 2, hides: true, asks: true)).contains("h why"))
    #expect(hints(40, context(runs: 3, hides: true, asks: true)).contains("h why"))
  }

  @Test func `whatever key quits is named`() {
    #expect(hints(120, context(runs: 8, placed: 2, hides: true, canUndo: true)).contains("q quit"))
    #expect(hints(80, context(runs: 30, placed: 0, hides: true, canUndo: true)).contains("Q quit"))
    #expect(hints(80, context(runs: 30, placed: 1)).hasPrefix("Enter save  a–z next best  + this one"))
    #expect(!hints(80, context(runs: 26, placed: 1)).contains("+"))
    #expect(hints(80, context(runs: 2, asks: true, canUndo: true)).contains("q quit"))
  }

  @Test func `undo is offered where there is something to undo`() {
    #expect(!hints(120, context(runs: 2)).contains("undo"))
    #expect(hints(80, context(runs: 2, asks: true, canUndo: true)).contains("u undo"))
    var driver = FrontDriver(texts: [["a", "b"], ["c", "d"]])
    driver.type("u")
    #expect(driver.lastLine.contains("nothing to undo"))
    driver.type("a?")
    driver.type("undo")
    #expect(driver.text.contains("Takes the last saved judgment back"))
    #expect(!driver.text.contains("nothing to undo"))
  }

  @Test func `what shows more of a prompt that is cut is offered, in few words where there is little room`() {
    let prompt = (1...60).map { "line \($0)" }.joined(separator: "\n")
    let item = ComparisonItem(
      number: 1, comparison: makeComparison(texts: ["one", "two"], prompt: prompt), order: [0, 1], judged: nil
    )
    for (columns, words) in [(100, "p whole prompt  "), (40, "p prompt  ")] {
      var driver = FrontDriver([item], size: Size(columns: columns, rows: 24))
      #expect(driver.lastLine.contains(words))
      driver.type("p")
      driver.press(.control("l"))
      #expect(driver.lastLine.contains(columns == 100 ? "0 focus prompt  " : "0 prompt  "))
      driver.type("0")
      #expect(!driver.lastLine.contains("0 "))
      driver.type("p")
      driver.press(.control("l"))
      #expect(driver.lastLine.contains(words))
    }
    let short = FrontDriver(texts: [["one", "two"]], size: Size(columns: 100, rows: 24))
    #expect(!short.lastLine.contains("prompt"))
  }

  @Test func `what the line calls a command is found in the list of keys`() {
    var driver = FrontDriver(texts: [["one", "two", "three"]])
    #expect(driver.lastLine.contains("a–c next best"))
    driver.type("?next best")
    #expect(driver.model.help?.matches == [.chooseRun])
    driver.press(Key(.escape))
    driver.type("whole prompt")
    #expect(driver.model.help?.matches == [.togglePrompt])
  }

  @Test func `everything that fits is there`() {
    #expect(
      hints(80, context(runs: 2, canUndo: true))
        == "a b better  = tie  u undo  q quit  g all good  x all bad  n can't judge  ? keys")
  }
}
