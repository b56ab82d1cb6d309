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

  @Test func `everything that fits is there`() {
    #expect(
      hints(80, context(runs: 2, canUndo: true))
        == "a b better  = tie  u undo  q quit  g all good  x all bad  n can't judge  ? keys")
  }
}
