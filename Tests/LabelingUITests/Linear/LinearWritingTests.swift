import Preference
import StrictJSON
import Terminal
import TestSupport
import Testing

@testable import LabelingUI

@Suite("Writing line by line")
struct LinearWritingTests {
  static let items = [
    makeItem(number: 1, texts: ["The sky is blue.\nReally.", "The sea"]),
    makeItem(number: 2, texts: ["one", "two"]),
  ]

  @Test(
    arguments: [
      ("words", .text("words")), ("", .text("")), (" .", .text(" .")), ("..", .text(".")),
      ("..list", .text(".list")), (".", .save), (".3 new words", .replace(3, "new words")),
      (".3  two", .replace(3, " two")), (".3", .replace(3, "")), (".insert 2 x", .insert(2, "x")),
      (".delete 4", .delete(4...4)), (".delete 2-3", .delete(2...3)),
      (".delete 3-2", .unknown(".delete 3-2")),
      (".0 x", .unknown(".0 x")), (".delete", .unknown(".delete")), (".list", .list), (".?", .help),
      (". ", .unknown(". ")), (".lists", .unknown(".lists")),
    ] as [(String, LinearEntryLine)])
  func `a line means`(line: String, meaning: LinearEntryLine) {
    #expect(LinearEntryLine(line) == meaning)
  }

  @Test func `a correction from beginning to end`() {
    let session = LinearScript(Self.items)
    let text = session.run([
      "correct", "correct a", ".2 Truly.", "And deep.", ".insert 1 Note:", ".9 x", ".list", ".", "a", "quit",
    ])
    expectSnapshot(text, named: "correction")
    #expect(
      session.decisions[1]?.remarks.corrections == [0: .text("Note:\nThe sky is blue.\nTruly.\nAnd deep.")])
  }

  @Test func `lines are deleted, and steps taken back`() {
    let session = LinearScript(Self.items)
    let text = session.run([
      "comment", "one", "two", "three", "..four", ".delete 4", ".delete 1-2", ".undo", ".undo", ".redo", ".",
      "comment a:", "x", ".clear", ".", "comment b: fine", "a",
    ])
    #expect(session.decisions[1]?.remarks.comment == "one\ntwo\nthree")
    #expect(session.decisions[1]?.remarks.runComments == [1: "fine"])
    #expect(text.contains("the comment on A is as it was"))
  }

  @Test func `what is typed about a text judges nothing, and what is left is a draft`() {
    let session = LinearScript(Self.items)
    _ = session.run(["correct b", "a", "quit"])
    #expect(session.decisions.isEmpty)
    #expect(session.drafts[1]?.edit?.text == "The sea\na\nquit")
    let text = session.run([".keep", "a"])
    #expect(text.contains("the correction of B is as you left it"))
    #expect(text.contains("3: quit"))
    #expect(session.drafts[1]?.laidAside.first?.text == "The sea\na\nquit")
    #expect(text.contains("the correction of B is a draft"))
  }

  @Test(arguments: [
    ("a\nb\n", ["c", "", "d"], "a\nb\nc\n\nd\n"), ("a", ["", "b"], "a\n\nb"),
    ("a\n", [".clear", "x"], "x\n"),
    ("a\n", [".delete 1", "x"], "x\n"), ("a\nb\n", [".3 c", ".2 c"], "a\nc\n"),
  ])
  func `a line feed at the end stays there, and is no line`(
    text: String, lines: [String], after: String
  ) {
    let session = LinearScript([makeItem(texts: [text, "x"]), makeItem(number: 2, texts: ["x", "y"])])
    _ = session.run(["correct a"] + lines + [".", "a"])
    #expect(session.decisions[1]?.remarks.corrections[0] == .text(after))
  }

  @Test func `dropping loses what was written and nothing else`() {
    let session = LinearScript(Self.items)
    _ = session.run(["comment", "first", ".", "comment", "more", ".drop", "still", ".drop", ".drop", "a"])
    #expect(session.decisions[1]?.remarks.comment == "first")
  }

  @Test func `one line drops nothing`() {
    let session = LinearScript(Self.items)
    let text = session.run(["comment", "an hour's work", ".drop", "more"])
    #expect(text.contains(".drop again does it"))
    #expect(session.drafts[1]?.edit?.text == "an hour's work\nmore")
  }

  @Test func `the rater's own editor is used where there is one`() {
    let session = LinearScript(Self.items)
    var seen: [String] = []
    session.editor = { text in
      seen.append(text)
      return seen.count == 1 ? .changed("from\nelsewhere") : .failed("it broke")
    }
    let text = session.run(["correct a", ".editor", ".", "a"])
    #expect(seen == ["The sky is blue.\nReally.", "from\nelsewhere"])
    #expect(text.contains("2: elsewhere") && text.contains("!! it broke"))
    #expect(session.decisions[1]?.remarks.corrections == [0: .text("from\nelsewhere")])
  }

  /// A structured output beside a text, and a comparison after it.
  private func script(outputs json: String) throws -> LinearScript {
    let outputs = try #require(JSONParser.parse(json.utf8).object)
    let item = ComparisonItem(
      number: 1,
      comparison: Comparison(
        id: "s", prompt: .text("p"),
        candidates: [Candidate(output: .structured(outputs)), Candidate(output: .text("x"))]),
      order: [0, 1], judged: nil)
    return LinearScript([item, makeItem(number: 2, texts: ["x", "y"])])
  }

  @Test func `parts of an output are corrected by name, by the rules of the screen`() throws {
    let session = try script(outputs: #"{"answer":"one","score":1,"all":[2]}"#)
    let text = session.run([
      "correct a", "correct a nope", "correct a score", ".1 {", ".", ".1 \"two\"", ".", "n", ".", "y",
      "correct a answer", ".1 not one", ".", "correct a", "a",
    ])
    expectSnapshot(text, named: "parts")
    #expect(
      session.decisions[1]?.remarks.corrections[0]?.text(ofField: nil)
        == "{\n  \"answer\": \"not one\",\n  \"score\": \"two\",\n  \"all\": [\n    2\n  ]\n}")
  }

  @Test func `a value within a value is corrected by name`() throws {
    let session = try script(outputs: #"{"messages":[{"role":"assistant","content":"Helo","n":1}],"id":7}"#)
    let text = session.run([
      "correct a", "correct a messages[0].content", ".1 Hello", ".", "correct a messages[0].n", ".1 \"x\"",
      ".",
      "n", ".drop", ".drop", "correct a messages[1]", "a",
    ])
    #expect(text.contains("correct a messages[0].content (text): Helo"))
    #expect(text.contains("messages[0].n was number and would be text"))
    #expect(text.contains("run A has no part messages[1]; correct a lists them"))
    let fixed: JSONObject = ["messages": [["role": "assistant", "content": "Hello", "n": 1]], "id": 7]
    #expect(session.decisions[1]?.remarks.corrections[0] == .structured(fixed))
  }

  @Test func `a text of the rubric is written in lines, also when a verdict waits for it`() {
    let rubric = Rubric(criteria: [Criterion(key: "why", label: "Why?", kind: .text, isRequired: true)])
    let session = LinearScript(Self.items, rubric: rubric)
    let text = session.run(["a", "why why", "because", "of it", ".", ""])
    #expect(text.contains("required: Why?"))
    #expect(session.decisions[1]?.remarks.answers == [AnswerSlot("why"): .text("because\nof it")])
  }

  @Test func `control characters that are typed are left out, and told`() {
    let session = LinearScript(Self.items)
    let text = session.run(["comment", "a\u{1B}[Db", ".", "a"])
    #expect(text.contains("1 control character was left out"))
    #expect(session.decisions[1]?.remarks.comment == "a[Db")
  }
}
