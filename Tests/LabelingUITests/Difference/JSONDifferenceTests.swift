import StrictJSON
import Testing

@testable import LabelingUI

@Suite("JSON difference")
struct JSONDifferenceTests {
  @Test func `members are compared by path, whatever their order`() throws {
    let left = try indented(#"{"name": "Ada", "age": 36, "tags": ["a", "b"], "old": true}"#)
    let right = try indented(#"{"age": 37, "tags": ["x", "a", "b"], "name": "Ada", "new": {"deep": null}}"#)
    let difference = try #require(RunDifference.of(left, right))
    #expect(difference.summary.shown == .paths)
    #expect(difference.marks[0].words(in: left) == #"changed[36] onlyHere["old": true]"#)
    #expect(
      difference.marks[1].words(in: right)
        == "changed[37] onlyHere[\"x\"] onlyHere[\"new\": {\n    \"deep\": null\n  }]")
  }

  @Test func `in long texts the words that differ are marked`() throws {
    let left = try indented(
      #"{"answer": "Blue light is scattered more than red light, so the sky is blue."}"#)
    let right = try indented(
      #"{"answer": "Blue light is scattered more than green light, so the sky is blue."}"#)
    let difference = try #require(RunDifference.of(left, right))
    #expect(difference.marks[0].words(in: left) == "changed[red]")
    #expect(difference.marks[1].words(in: right) == "changed[green]")
  }

  @Test func `words that were put into a long text are only here`() throws {
    let left = try indented(
      #"{"answer": "Blue light is scattered more than red light, so the sky is blue."}"#)
    let right = try indented(
      #"{"answer": "Blue light is scattered much more than red light, so the sky is blue."}"#)
    let difference = try #require(RunDifference.of(left, right))
    #expect(difference.marks[0].isEmpty)
    #expect(difference.marks[1].words(in: right) == "onlyHere[much]")
  }

  @Test func `a value of another shape is changed as a whole`() throws {
    let left = try indented(#"{"a": [1, 2]}"#)
    let right = try indented(#"{"a": {"b": 1}}"#)
    let difference = try #require(RunDifference.of(left, right))
    #expect(difference.marks[0].words(in: left) == "changed[[\n    1,\n    2\n  ]]")
  }

  @Test func `places that stand for each other ascend on both sides`() throws {
    let left = try indented(#"{"a": 1, "b": 2, "c": 3, "d": 4}"#)
    let right = try indented(#"{"d": 4, "a": 1, "b": 2, "c": 3}"#)
    let anchors = try #require(RunDifference.of(left, right)).anchors[1]
    #expect(anchors.count == 5)
    for (anchor, next) in zip(anchors, anchors.dropFirst()) {
      #expect(anchor.pivot < next.pivot && anchor.other < next.other)
    }
  }

  @Test func `closing brackets stand beside their counterparts`() throws {
    let left = try indented(#"{"a": {"x": 1, "y": [1, 2, 3]}, "b": 2}"#)
    let right = try indented(#"{"a": {"x": 1, "y": [1]}, "b": 2}"#)
    let anchors = try #require(RunDifference.of(left, right)).anchors[1]
    let lines = anchors.map { [line(of: left, at: $0.pivot), line(of: right, at: $0.other)] }
    #expect(lines.contains(["]", "]"]) && lines.contains(["},", "},"]) && lines.last == ["}", "}"])
  }

  private func line(of text: String, at offset: Int) -> String {
    String(decoding: Array(text.utf8)[offset...].prefix { $0 != 0x0A }, as: UTF8.self)
  }

  @Test func `every value stands where the outline says`() throws {
    let text = try indented(
      #"{"a\"b": [{"k": "v,"}, [], {}, -1.5e3], "é": {"x": [[1]]}, "": null, "s": "line\nbreak, \"q\""}"#)
    let bytes = Array(text.utf8)
    let outline = try #require(JSONOutline(bytes))
    func check(_ node: JSONOutline.Node) throws {
      let value = try JSONParser.parse(bytes[node.value])
      switch node.content {
      case .leaf(let compact): #expect(value.utf8() == compact)
      case .object(let nodes), .array(let nodes): for node in nodes { try check(node) }
      }
    }
    try check(outline.root)
  }

  @Test func `of equal containers in another order each is found again`() throws {
    let left = try indented(#"[[1, [2]], {"a": [1]}, {"b": [1]}, [[1], 2]]"#)
    let right = try indented(#"[{"b": [1]}, [[1], 2]]"#)
    let difference = try #require(RunDifference.of(left, right))
    #expect(
      difference.marks[0].words(in: left)
        == "onlyHere[[\n    1,\n    [\n      2\n    ]\n  ]] onlyHere[{\n    \"a\": [\n      1\n    ]\n  }]")
    #expect(difference.marks[1].isEmpty)
  }

  @Test func `an outline of a deep nest is a few times its text`() throws {
    let long = String(repeating: "x", count: 10_000)
    let text = try indented(
      String(repeating: "[", count: 100) + "\"\(long)\"" + String(repeating: "]", count: 100))
    let outline = try #require(JSONOutline(Array(text.utf8)))
    func bytes(_ node: JSONOutline.Node) -> Int {
      switch node.content {
      case .leaf(let compact): node.key.count + compact.count
      case .object(let nodes), .array(let nodes): nodes.reduce(node.key.count) { $0 + bytes($1) }
      }
    }
    #expect(bytes(outline.root) <= text.utf8.count)
  }

  @Test func `text that only looks like JSON is compared as text`() throws {
    let difference = try #require(RunDifference.of("{not json} at all, one", "{not json} at all, two"))
    #expect(difference.summary.shown == .words)
  }

  private func indented(_ json: String) throws -> String {
    try JSONParser.parse(json.utf8).text(.indented)
  }
}
