import Preference
import StrictJSON
import Terminal
import TestSupport
import Testing

@testable import LabelingUI

@Suite struct EditorScreenTests {
  static let texts = ["The sky is blue.", "The sea is deep."]

  @Test func `a correction goes with the verdict`() {
    var front = FrontDriver(texts: [Self.texts, Self.texts])
    front.type("e")
    #expect(front.text.contains("[Correction of A]"))
    front.press(.code(.end))
    front.type(" Really.")
    front.press(.control("s"))
    #expect(front.text.contains("✎ corrected"))
    front.type("a")
    let remarks = front.requests.first?.decision.remarks
    #expect(remarks?.corrections == [0: .text("The sky is blue. Really.")])
  }

  @Test func `the original stays visible, and what differs is marked and counted`() {
    var front = FrontDriver(texts: [Self.texts])
    front.type("e")
    front.press(.code(.delete, .control))
    front.type("Our")
    front.wait(.seconds(1))
    #expect(front.line(1).contains("~The sky is blue.") && front.line(1).contains("~Our sky is blue."))
    #expect(front.line(22).contains("1 word changed · 16 characters"))
  }

  @Test func `what the correction leaves out has a sign beside the original`() {
    var front = FrontDriver(texts: [Self.texts])
    front.type("e")
    front.press(.code(.delete, .control))
    front.wait(.seconds(1))
    #expect(front.line(1).contains("-The sky is blue."), "\(front.line(1))")
  }

  @Test(arguments: [60, 79, 80, 120, 200]) func `the original and the text break at the same words`(
    columns: Int
  ) {
    let layout = EditorLayout(size: Size(columns: columns, rows: 24), showsOriginal: true)
    #expect(layout.original?.body.size == layout.text.body.size)
    var front = FrontDriver(
      texts: [["```\n1. " + String(repeating: "word ", count: 99), "b"]],
      size: Size(columns: columns, rows: 24))
    front.type("e")
    let screen = front.model.editor
    let rows = (1..<20).map { front.line($0).dropFirst(1) }
    let left = layout.text.title.origin.column
    #expect(screen != nil)
    for row in rows {
      #expect(trimmed(row.prefix(left - 2)) == trimmed(row.dropFirst(left).prefix(left - 2)))
    }
  }

  private func trimmed(_ text: Substring) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  @Test func `a text that is as the original is no correction`() {
    var front = FrontDriver(texts: [Self.texts])
    front.type("ex")
    front.press(.control("s"))
    #expect(front.model.screen?.remarks.corrections.count == 1)
    front.type("e")
    front.press(Key(.character("o"), modifiers: .alt), .control("s"))
    #expect(front.model.screen?.remarks == Remarks())
    #expect(!front.text.contains("✎"))
  }

  @Test func `leaving asks once, and loses nothing`() {
    var front = FrontDriver(texts: [Self.texts, Self.texts])
    front.type("e")
    front.press(.code(.escape))
    #expect(front.model.editor == nil)
    front.type("ex")
    front.press(.code(.escape))
    #expect(front.lastLine.contains("s saves") && front.lastLine.contains("k keeps"))
    front.type("k")
    #expect(front.model.editor == nil)
    #expect(
      front.drafts[1]?.laidAside
        == [OpenEdit(subject: .correction(0), text: "xThe sky is blue.", cursor: 1)])
    front.type("e")
    #expect(front.model.editor?.editor.text.string == "xThe sky is blue.")
  }

  @Test func `what was written is dropped by a second key only`() {
    var front = FrontDriver(texts: [Self.texts, Self.texts])
    front.type("ex")
    front.press(.code(.escape))
    front.type("x")
    #expect(front.model.editor != nil)
    #expect(front.text.contains("x again does it"))
    front.press(.code(.escape), .code(.escape))
    front.type("x")
    #expect(front.model.editor?.editor.text.string == "xThe sky is blue.", "the question was begun anew")
    front.type("x")
    #expect(front.model.editor == nil)
    #expect(front.model.screen?.remarks == Remarks())
  }

  @Test func `what was being written is open again with its comparison`() {
    let draft = Draft(edit: OpenEdit(subject: .runComment(1), text: "half a sen", cursor: 4))
    var front = FrontDriver([makeItem(texts: Self.texts)], drafts: [1: draft])
    #expect(front.text.contains("[Comment on B]"))
    front.type("!")
    front.press(.control("s"))
    #expect(front.model.screen?.remarks.runComments == [1: "half! a sen"])
  }

  @Test func `a second after a key the draft is in the workspace`() {
    var front = FrontDriver(texts: [Self.texts])
    front.type("e")
    front.type("new ")
    front.wait(.seconds(1))
    #expect(front.drafts[1]?.edit?.text == "new The sky is blue.")
    #expect(front.drafts[1]?.edit?.cursor == 4)
  }

  @Test func `a verdict does not drop what is still a draft without asking`() {
    var front = FrontDriver(texts: [Self.texts])
    front.type("ex")
    front.press(.code(.escape))
    front.type("ka")
    #expect(front.requests.isEmpty)
    #expect(front.lastLine.contains("the correction of A is a draft") || front.text.contains("is a draft"))
    front.type("a")
    #expect(front.requests.count == 1)
    #expect(front.requests.first?.decision.remarks == Remarks())
    #expect(front.drafts[1]?.laidAside.first?.text == "xThe sky is blue.")
  }

  @Test func `several texts can be begun, and each is taken up where it was left`() {
    var front = FrontDriver(texts: [Self.texts, Self.texts])
    front.type("ex")
    front.press(.code(.escape))
    front.type("kcboth")
    front.press(.code(.escape))
    front.type("k")
    #expect(front.drafts[1]?.laidAside.map(\.text) == ["xThe sky is blue.", "both"])
    #expect(front.line(3).contains("draft"))
    front.type("Ctoo long")
    #expect(front.model.editor?.editor.text.string == "too long")
    front.press(.control("s"))
    front.type("c")
    #expect(front.model.editor?.editor.text.string == "both")
    front.type("!")
    front.press(.control("s"))
    front.type("a")
    #expect(front.text.contains("the correction of A is a draft"))
    front.type("eq")
    front.press(.control("s"))
    #expect(front.model.screen?.laidAside == [])
    front.type("a")
    let remarks = front.requests.first?.decision.remarks
    #expect(remarks?.corrections == [0: .text("xqThe sky is blue.")])
    #expect(remarks?.comment == "both!" && remarks?.runComments == [0: "too long"])
  }

  @Test func `texts that were put down are told of when their comparison is opened again`() {
    let draft = Draft(
      edit: OpenEdit(subject: .comment, text: "one", cursor: 3),
      laidAside: [OpenEdit(subject: .correction(1), text: "two", cursor: 0)])
    var front = FrontDriver([makeItem(texts: Self.texts)], drafts: [1: draft])
    #expect(front.text.contains("drafts: correction of B"))
    front.press(.code(.escape))
    front.type("xxe")
    #expect(front.model.editor?.editor.text.string == "The sky is blue.")
    front.press(.code(.escape), .code(.tab))
    front.type("e")
    #expect(front.model.editor?.editor.text.string == "two")
  }

  @Test func `discarding takes a second press`() {
    var front = FrontDriver(texts: [Self.texts])
    front.type("ex")
    let discard = Key(.character("q"), modifiers: .alt)
    front.press(discard)
    #expect(front.model.editor != nil)
    front.press(discard)
    #expect(front.model.editor == nil)
    #expect(front.model.screen?.laidAside == [])
    #expect(front.drafts[1] == nil)
  }

  @Test func `what was written after the question whether to discard is not discarded unasked`() {
    let discard = Key(.character("q"), modifiers: .alt)
    var front = FrontDriver(texts: [Self.texts])
    front.type("ex")
    front.press(discard)
    front.type("y")
    front.press(discard)
    #expect(front.model.editor?.editor.text.string == "xyThe sky is blue.")
    front.paste("z")
    front.press(discard)
    #expect(front.model.editor != nil)
  }

  @Test func `a new comment on a judged comparison is saved with the same verdict`() {
    var front = FrontDriver([
      makeItem(texts: Self.texts, judged: .ranked([[1], [0]])), makeItem(number: 2, texts: Self.texts),
    ])
    front.type("#1")
    front.press(.code(.enter))
    front.type("c")
    front.type("because")
    front.press(.control("s"))
    #expect(front.text.contains("Not saved"))
    front.press(.code(.enter))
    let decision = front.requests.first?.decision
    #expect(decision?.verdict == .ranked && decision?.ranking.tiers == [[1], [0]])
    #expect(decision?.remarks.comment == "because")
  }

  @Test func `a comment leaves the runs readable`() {
    var front = FrontDriver(texts: [Self.texts])
    front.type("c")
    front.type("both are right")
    #expect(front.text.contains("The sky is blue.") && front.text.contains("both are right"))
    front.press(.control("s"))
    #expect(front.model.screen?.layout.hints?.origin.row == 23)
  }

  @Test func `replacing asks at each place`() {
    var front = FrontDriver(texts: [["a b a b a", "x"]])
    front.type("e")
    front.press(.control("r"))
    front.type("a")
    front.press(.code(.enter))
    front.type("cc")
    front.press(.code(.enter))
    front.type("yny")
    #expect(front.model.editor?.editor.text.string == "cc b a b cc")
    front.press(.control("z"), .control("z"))
    #expect(front.model.editor?.editor.text.string == "a b a b a")
  }

  @Test func `replacing looks anew for what was found before the text changed`() {
    var front = FrontDriver(texts: [["abc foo", "x"]])
    front.type("e")
    front.press(.control("f"))
    front.type("foo")
    front.press(.code(.enter), .control("a"))
    front.type("ab")
    front.press(.control("r"), .code(.enter))
    front.type("xyz")
    front.press(.code(.enter))
    front.type("y")
    #expect(front.model.editor?.editor.text.string == "ab")
  }

  @Test func `what is to be replaced is selected, so that typing takes its place`() {
    var front = FrontDriver(texts: [["one two", "x"]])
    front.type("e")
    front.press(.control("f"))
    front.type("one")
    front.press(.code(.enter), .control("r"))
    front.type("two")
    front.press(.code(.enter))
    front.type("2")
    front.press(.code(.enter))
    front.type("y")
    #expect(front.model.editor?.editor.text.string == "one 2")
    front.press(.control("r"), .code(.backspace))
    #expect(front.lastLine.hasPrefix(" Replace:  "))
  }

  @Test func `what is being looked for can be replaced at once`() {
    var front = FrontDriver(texts: [["one two", "x"]])
    front.type("e")
    front.press(.control("f"))
    front.type("two")
    front.press(.control("r"))
    #expect(front.lastLine.hasPrefix(" Replace: two"))
    front.type("one")
    front.press(.code(.enter))
    front.type("1")
    front.press(.code(.enter))
    front.type("y")
    #expect(front.model.editor?.editor.text.string == "1 two")
  }

  @Test func `what is not found leaves nothing selected, and asks again`() {
    var front = FrontDriver(texts: [["one two", "x"]])
    front.type("e")
    front.press(.control("f"))
    front.type("twx")
    #expect(front.model.editor?.editor.selection == nil)
    front.press(.code(.enter))
    #expect(front.lastLine.hasPrefix(" Find: twx"))
    #expect(front.lastLine.contains("not found"))
    front.type("one")
    #expect(front.model.editor?.editor.selection == 0..<3)
    #expect(front.model.editor?.editor.text.string == "one two")
  }

  @Test func `of an empty text nothing is copied`() {
    var front = FrontDriver(texts: [["one two", "x"]])
    front.type("c")
    front.press(.control("c"))
    #expect(front.lastLine.contains("nothing to copy: the comment is empty"))
    #expect(front.outside.isEmpty)
  }

  @Test func `a switch that leaves nothing to replace replaces nothing`() {
    var front = FrontDriver(texts: [["one Two", "x"]])
    front.type("e")
    front.press(.control("r"))
    front.type("two")
    front.press(.code(.enter), Key(.character("c"), modifiers: .alt))
    front.type("three")
    front.press(.code(.enter))
    #expect(front.lastLine.contains("not found"))
    #expect(front.model.editor?.editor.text.string == "one Two")
  }

  @Test func `a search that begins anew has no marks of the last one`() {
    var front = FrontDriver(texts: [["one two", "x"]])
    front.type("e")
    front.press(.control("f"))
    front.type("two")
    front.press(.code(.enter), .control("f"))
    #expect(front.model.editor?.search.matches.isEmpty == true)
  }

  @Test func `all places are replaced, however many there are`() {
    let count = TextSearch.mostMatches + 1
    var front = FrontDriver(texts: [[String(repeating: "e ", count: count), "x"]])
    front.type("e")
    front.press(.control("r"))
    front.type("e")
    front.press(.code(.enter))
    front.type("u")
    front.press(.code(.enter))
    front.type("a")
    #expect(front.model.editor?.editor.text.string == String(repeating: "u ", count: count))
    #expect(front.lastLine.contains("replaced in \(count) places"))
  }

  @Test func `finding goes to what is typed, and on`() {
    var front = FrontDriver(texts: [["one two one two", "x"]])
    front.type("e")
    front.press(.control("f"))
    front.type("two")
    #expect(front.model.editor?.editor.selection == 4..<7)
    front.press(.code(.enter), .control("g"))
    #expect(front.model.editor?.editor.selection == 12..<15)
  }

  @Test func `a paste is text, whatever it holds`() {
    var front = FrontDriver(texts: [Self.texts])
    front.type("e")
    front.paste("1\n2\nq")
    #expect(front.model.editor?.editor.text.string == "1\n2\nqThe sky is blue.")
    front.press(.control("z"))
    #expect(front.model.editor?.editor.text.string == Self.texts[0])
  }

  @Test func `what a paste loses is told`() {
    var front = FrontDriver(texts: [Self.texts])
    front.type("c")
    front.paste(PastedText("a[31mb", controlCount: 1))
    #expect(front.text.contains("1 control character was left out"))
    front.paste(PastedText("\u{FFFD}", controlCount: 3, invalidCount: 2))
    #expect(front.text.contains("3 control characters were left out; 2 places are no valid UTF-8"))
    front.paste("plain")
    #expect(!front.text.contains("left out"))
    #expect(front.model.editor?.editor.text.string == "a[31mb\u{FFFD}plain")
  }

  @Test func `the mouse sets the cursor and selects`() {
    var front = FrontDriver(texts: [Self.texts])
    front.type("e")
    front.send(
      .input(.mouse(MouseEvent(action: .press, position: Position(column: 45, row: 1))), at: .seconds(50)))
    #expect(front.model.editor?.editor.cursor == 4)
    front.send(
      .input(.mouse(MouseEvent(action: .drag, position: Position(column: 48, row: 1))), at: .seconds(50)))
    #expect(front.model.editor?.editor.selection == 4..<7)
  }

  // MARK: - Structured outputs

  static func structured(_ json: String) throws -> ComparisonItem {
    let outputs = try JSONParser.parse(json.utf8).object ?? JSONObject()
    return ComparisonItem(
      number: 1,
      comparison: Comparison(
        id: "s", prompt: .text("p"),
        candidates: [Candidate(output: .structured(outputs)), Candidate(output: .text("x"))]),
      order: [0, 1], judged: nil)
  }

  @Test func `the sole text of an output is corrected and put back`() throws {
    var front = FrontDriver([try Self.structured(#"{"answer":"one"}"#)])
    front.type("e")
    front.type("not ")
    front.press(.control("s"))
    front.type("a")
    let correction = front.requests.first?.decision.remarks.corrections[0]
    #expect(correction?.text(ofField: nil) == "{\n  \"answer\": \"not one\"\n}")
  }

  @Test func `of several values one is chosen, and the others stay as they are`() throws {
    var front = FrontDriver([try Self.structured(#"{"answer":"one","score":1.0,"tags":[]}"#)])
    front.type("e")
    #expect(front.text.contains("score") && front.text.contains("all of it, as JSON"))
    front.press(.code(.down), .code(.enter), .control("a"))
    front.type("2")
    front.press(.control("s"))
    #expect(
      front.model.screen?.remarks.corrections[0]?.text(ofField: nil)
        == "{\n  \"answer\": \"one\",\n  \"score\": 2,\n  \"tags\": []\n}")
  }

  @Test func `all of an output and a value in it are not written at once`() throws {
    var front = FrontDriver([try Self.structured(#"{"answer":"one","score":1}"#)])
    front.type("e")
    front.press(.code(.enter))
    front.type("not ")
    front.press(.code(.escape))
    front.type("ke")
    #expect(front.text.contains("answer") && front.text.contains("draft"))
    front.press(.code(.end), .code(.enter))
    #expect(front.text.contains("this is the draft of answer"))
    #expect(front.model.editor?.editor.text.string == "not one")
    front.press(.control("s"))
    front.type("e")
    #expect(front.text.contains("corrected"))
    front.press(.code(.end), .code(.enter))
    #expect(front.model.editor?.editor.text.string.contains("not one") == true)
  }

  @Test func `a chosen value goes straight to the rater's own editor`() throws {
    var front = FrontDriver([try Self.structured(#"{"answer":"one","score":1}"#)])
    front.type("E")
    #expect(front.outside.isEmpty)
    front.press(.code(.down), .code(.enter))
    #expect(front.outside == [.editExternally(ExternalEdit(text: "1", kind: .json))])
  }

  @Test func `a value keeps its type unless the rater says so`() throws {
    var front = FrontDriver([try Self.structured(#"{"answer":"one","score":1}"#)])
    front.type("e")
    front.press(.code(.down), .code(.enter), .control("a"))
    front.type("\"two\"")
    front.press(.control("s"))
    #expect(front.text.contains("score was number and would be text"))
    front.type("n")
    #expect(front.model.editor != nil)
    front.press(.control("s"))
    front.type("y")
    #expect(front.model.screen?.remarks.corrections[0]?.text(ofField: "score") == "two")
  }

  @Test func `the draft stays while it is asked about a type`() throws {
    var front = FrontDriver([try Self.structured(#"{"answer":"one","score":1}"#)])
    front.type("e")
    front.press(.code(.down), .code(.enter), .control("a"))
    front.type("true")
    front.wait(.seconds(2))
    front.press(.control("s"))
    front.wait(.seconds(2))
    #expect(front.drafts[1]?.edit?.text == "true")
  }

  @Test func `JSON that is none is told with its place, and the text stays`() throws {
    var front = FrontDriver([try Self.structured(#"{"answer":"one","score":1}"#)])
    front.type("e")
    front.press(.code(.end), .code(.enter), .code(.down), .code(.end), .code(.backspace), .control("s"))
    #expect(front.text.contains("line 3, column 3"))
    #expect(front.model.editor?.editor.text.line(at: front.model.editor?.editor.cursor ?? 0) == 2)
  }

  @Test(arguments: [
    (#"{"answer": "one",}"#, 1, 18, "a key in quotation marks"), (#"{"answer" "one"}"#, 1, 11, "a colon"),
    (#"{"answer": 'one'}"#, 1, 12, "a JSON value"), ("{\n  \"answer\": tru\n}", 2, 13, "a JSON value"),
    (#"{"answer": 01}"#, 1, 13, "no digit after a leading zero"), (#"{"answer": 1.}"#, 1, 14, "a digit"),
    ("{\"answer\": \"a\nb\"}", 1, 14, "control characters"), (#"{"answer": "\x"}"#, 1, 14, "one of"),
    (#"{"answer": [1, 2}"#, 1, 17, "a comma or a closing bracket"),
    (#"{"answer": 1} x"#, 1, 15, "the end of the JSON value"),
    (#"{"answer": 1, "answer": 2}"#, 1, 15, "a key that its object"), ("", 1, 1, "a JSON value"),
    ("{\"空\": 1 2}", 1, 9, "a comma or a closing brace"),
    (#"{"answer": NaN}"#, 1, 12, "a JSON value"), (#"{"answer": "\ud800"}"#, 1, 13, "both halves"),
  ])
  func `JSON that is broken is told with line, column and what belongs there, and the text stays`(
    json: String, line: Int, column: Int, expected: String
  ) throws {
    var front = FrontDriver([try Self.structured(#"{"answer":"one","score":1}"#)])
    front.type("e")
    front.press(.code(.end), .code(.enter), .control("a"))
    front.paste(PastedText(json))
    if json.isEmpty { front.press(.code(.delete)) }
    front.press(.control("s"))
    let notice = front.model.notice?.text ?? ""
    #expect(
      notice.hasPrefix("not saved, this is no JSON: line \(line), column \(column): expected "), "\(notice)")
    #expect(notice.contains(expected), "\(notice)")
    #expect(front.model.editor?.editor.text.string == json)
    #expect(front.model.screen?.remarks.corrections.isEmpty == true)
    front.wait(.seconds(1))
    #expect(front.drafts[1]?.edit?.text == json)
  }

  // MARK: - The rater's own editor

  @Test func `what comes back from an editor is one step`() {
    var front = FrontDriver(texts: [Self.texts])
    front.type("E")
    #expect(front.outside == [.editExternally(ExternalEdit(text: Self.texts[0], kind: .markdown))])
    front.send(.externallyEdited(.changed("all new"), at: .seconds(90)))
    #expect(front.model.editor?.editor.text.string == "all new")
    front.press(.control("z"))
    #expect(front.model.editor?.editor.text.string == Self.texts[0])
  }

  @Test(arguments: [
    (ExternalEditEnd.unchanged, "left the text as it was"), (.emptied, "left nothing"),
    (.unchangedAtOnce(command: "code", path: "/tmp/x/text.md"), "--wait"), (.failed("it broke"), "it broke"),
  ])
  func `an editor that changes nothing is told, and the text stays`(end: ExternalEditEnd, words: String) {
    var front = FrontDriver(texts: [Self.texts])
    front.type("E")
    front.send(.externallyEdited(end, at: .seconds(90)))
    #expect(front.text.contains(words))
    #expect(front.model.editor?.editor.text.string == Self.texts[0])
  }

  // MARK: - Sizes

  @Test(
    arguments: [(40, 12), (80, 24), (200, 60)],
    ["correction", "comment", "leaving", "finding", "replacing", "type", "fields", "keys"])
  func `screens of the editor`(size: (Int, Int), screen: String) throws {
    let size = Size(columns: size.0, rows: size.1)
    let item =
      screen == "fields" || screen == "type"
      ? try Self.structured(#"{"answer":"one","score":1.5,"tags":["a"]}"#) : makeItem(texts: Self.long)
    var front = FrontDriver([item], size: size)
    switch screen {
    case "comment":
      front.type("c")
      front.type("Both say what scattering is, and A says it shorter.")
    case "fields": front.type("e")
    case "type":
      front.type("e")
      front.press(.code(.down), .code(.enter), .control("a"))
      front.type("\"two\"")
      front.press(.control("s"))
    default:
      front.type("e")
      front.press(.code(.down), .code(.end))
      front.type(" – really")
      front.press(.code(.home, .shift))
      front.wait(.seconds(1))
      if screen == "leaving" { front.press(.code(.escape), .code(.escape)) }
      if screen == "keys" { front.press(.code(.function(1))) }
      if screen == "replacing" {
        front.press(.control("r"))
        front.type("sky")
        front.press(.code(.enter))
        front.type("sea")
        front.press(.code(.enter))
      }
      if screen == "finding" {
        front.press(.control("f"))
        front.type("sky")
      }
    }
    let frame = front.model.frame()
    let looks = try frame.looks(in: ThemeCatalog.builtIn.theme(named: "default-dark"))
    expectSnapshot(frame.snapshot + looks, named: "editor-\(screen)-\(size.columns)x\(size.rows)")
  }

  private static let long = [
    "# The sky\n\nSunlight is scattered by the air: blue light more than red. That is why the sky is blue.\n\n- 空が青い\n- a\u{202E}b\n",
    "The sea is deep, and the sky is its mirror.",
  ]

  @Test func `any size is drawn`() {
    var front = FrontDriver(texts: [Self.texts])
    for keys in ["e", "c"] {
      front.type(keys)
      for size in [(1, 1), (20, 5), (200, 1), (1, 50), (59, 6), (60, 7), (80, 24)] {
        front.send(.resized(Size(columns: size.0, rows: size.1)))
        front.type("x")
        _ = front.model.frame()
      }
      front.press(.control("s"))
    }
    #expect(front.model.screen?.remarks.comment == "xxxxxxx")
  }
}

extension Key {
  static func code(_ code: Key.Code, _ modifiers: Key.Modifiers = []) -> Key {
    Key(code, modifiers: modifiers)
  }
}
