import Preference
import Terminal
import Testing

@testable import LabelingUI

@Suite("What has nothing to read")
struct MissingTextTests {
  @Test(arguments: [
    ("", "(empty prompt)", "(empty answer)"), (" \n\t\n\u{A0}", "(only blanks)", "(only blanks)"),
  ])
  func `a prompt and a run say so`(text: String, prompt: String, answer: String) {
    var front = driver(prompt: text, answer: text)
    #expect(front.line(2).hasPrefix(" \(prompt)  "))
    #expect(front.text.contains("▌\(answer)  "))
    front.type("pp")
    #expect(front.line(1).contains(prompt), "on one line")
  }

  @Test func `a reference is read below it`() throws {
    let comparison = Comparison(
      id: "c", prompt: .text(""), reference: "Because of Rayleigh.",
      candidates: ["one", "two"].map { Candidate(model: $0, output: .text($0)) })
    let front = FrontDriver([ComparisonItem(number: 1, comparison: comparison, order: [0, 1], judged: nil)])
    #expect(front.line(2).contains("(empty prompt)"))
    #expect(front.text.contains("Because of Rayleigh."))
  }

  @Test(arguments: ["a", "\u{0}", "\u{200B}", " \u{202E} ", "\u{C}"])
  func `what shows is not missing`(text: String) {
    #expect(MissingText(text, shown: SanitizedText(text, repertoire: .unicode)) == nil)
  }

  @Test func `line by line it is said too`() {
    let front = driver(prompt: " \n ", answer: "")
    let lines = front.model.screen.map { LinearComparison($0, total: 1).lines } ?? []
    #expect(lines.contains("(only blanks)") && lines.contains("(empty answer)"))
    #expect(!lines.contains(" \n "))
  }

  private func driver(prompt: String, answer: String) -> FrontDriver {
    FrontDriver([
      ComparisonItem(
        number: 1, comparison: makeComparison(texts: [answer, "two"], prompt: prompt), order: [0, 1],
        judged: nil)
    ])
  }
}
