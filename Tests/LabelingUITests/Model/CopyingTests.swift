import Preference
import Terminal
import Testing

@testable import LabelingUI

@Suite struct CopyingTests {
  @Test func `the text in focus is copied as the model wrote it, and told`() {
    var front = FrontDriver(texts: [["one", "t\u{202E}wo\u{1B}[m 漢"]])
    front.type("y")
    #expect(front.outside == [.copy("one")])
    #expect(front.lastLine.contains("sent to the clipboard: A, 3 bytes"))
    front.press(Key(.tab))
    front.type("y")
    #expect(front.outside.last == .copy("t\u{202E}wo\u{1B}[m 漢"))
    #expect(
      front.text.contains("! sent to the clipboard: B, 13 bytes; 2 characters in it are hidden"))
    front.type("0y")
    #expect(front.outside.last == .copy("Why is the sky blue?"))
  }

  @Test(arguments: [
    "# T\n**b**", "- one\n- two\n\n| a | b |\n|-|-|\n| long words | c |", #"{"a":[1,2],"b":"\u00e9"}"#,
  ])
  func `a text that is shown otherwise is copied as the model wrote it`(text: String) {
    var front = FrontDriver(texts: [[text, "two"]])
    front.type("y")
    #expect(front.outside == [.copy(text)])
    front.type("wy")
    #expect(front.outside.last == .copy(text))
  }

  @Test func `of the prompt the prompt alone is copied`() {
    let comparison = Comparison(
      id: "c", prompt: .text("# Why?"), reference: "because",
      candidates: ["one", "two"].map { Candidate(output: .text($0)) })
    var front = FrontDriver([ComparisonItem(number: 1, comparison: comparison, order: [0, 1], judged: nil)])
    front.type("0y")
    #expect(front.outside == [.copy("# Why?")])
  }

  @Test func `what no terminal takes is not sent`() {
    var front = FrontDriver(texts: [[String(repeating: "x", count: Model.clipboardLimit + 1), "two"]])
    front.type("y")
    #expect(front.outside.isEmpty)
    #expect(front.text.contains("not copied: A has 74995 bytes, and terminals take 74994"))
  }

  @Test func `a terminal without a clipboard is told of`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.type("y")
    front.send(.copyRefused)
    #expect(front.text.contains("not copied: this terminal"))
  }
}
