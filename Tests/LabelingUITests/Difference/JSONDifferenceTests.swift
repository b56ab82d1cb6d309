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
    #expect(anchors.count == 4)
    for (anchor, next) in zip(anchors, anchors.dropFirst()) {
      #expect(anchor.pivot < next.pivot && anchor.other < next.other)
    }
  }

  @Test func `every value stands where the outline says`() throws {
    let text = try indented(
      #"{"a\"b": [{"k": "v,"}, [], {}, -1.5e3], "é": {"x": [[1]]}, "": null, "s": "line\nbreak, \"q\""}"#)
    let bytes = Array(text.utf8)
    let outline = try #require(JSONOutline(bytes))
    func check(_ node: JSONOutline.Node) throws {
      let value = try JSONParser.parse(bytes[node.value])
      #expect(value.utf8() == node.compact)
      switch node.content {
      case .leaf: break
      case .object(let nodes), .array(let nodes): for node in nodes { try check(node) }
      }
    }
    try check(outline.root)
  }

  @Test func `text that only looks like JSON is compared as text`() throws {
    let difference = try #require(RunDifference.of("{not json} at all, one", "{not json} at all, two"))
    #expect(difference.summary.shown == .words)
  }

  private func indented(_ json: String) throws -> String {
    String(decoding: try #require(JSONOutline.indented(Array(json.utf8))), as: UTF8.self)
  }
}
