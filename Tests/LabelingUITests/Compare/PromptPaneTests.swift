import Preference
import Terminal
import Testing

@testable import LabelingUI

@Suite struct `The prompt on the screen` {
  private static let long = (1...15).map { "prompt line \($0)" }.joined(separator: "\n")
  private static let conversation: [Prompt.Message] = [
    Prompt.Message(role: "system", content: (1...30).map { "rule \($0)" }.joined(separator: "\n")),
    Prompt.Message(role: "user", content: "first question"),
    Prompt.Message(role: "assistant", content: "first answer"),
    Prompt.Message(role: "user", content: "last question\nin two lines"),
  ]

  private func open(_ prompt: Prompt, texts: [String], rows: Int = 24) -> FrontDriver {
    let comparison = Comparison(
      id: "c", prompt: prompt, candidates: texts.map { Candidate(output: .text($0)) })
    return FrontDriver(
      [ComparisonItem(number: 1, comparison: comparison, order: Array(texts.indices), judged: nil)],
      size: Size(columns: 80, rows: rows))
  }

  @Test func `takes rows that no run needs`() {
    #expect(open(.text(Self.long), texts: ["one", "two"]).text.contains("prompt line 15"))
    let answer = String(repeating: "a line\n", count: 9) + "the end"
    let half = open(.text(Self.long), texts: [answer, "two"])
    #expect(half.text.contains("prompt line 9") && !half.text.contains("prompt line 10"))
    #expect(half.text.contains("the end"))
  }

  @Test func `takes no more than a quarter from runs that need the screen`() {
    let answer = String(repeating: "a line\n", count: 99)
    let crowded = open(.text(Self.long), texts: [answer, "two"])
    #expect(crowded.text.contains("prompt line 6") && !crowded.text.contains("prompt line 7"))
  }

  @Test func `shows the end of a conversation, for that is what the runs answer`() {
    let answer = String(repeating: "a line\n", count: 99)
    var front = open(.messages(Self.conversation), texts: [answer, "two"])
    #expect(front.text.contains("user: last question") && front.text.contains("in two lines"))
    front.type("0")
    front.press(Key(.home))
    #expect(front.text.contains("system: rule 1"))
    front.type("pp")
    #expect(front.line(1).contains("user: last question"))
  }
}
