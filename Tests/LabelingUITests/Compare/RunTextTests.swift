import Preference
import StrictJSON
import Terminal
import Testing

@testable import LabelingUI

@Suite("A run's text")
struct RunTextTests {
  /// 500 levels around 5,000 numbers: each would stand behind a thousand blanks.
  static let deep =
    String(repeating: "[", count: 500) + String(repeating: "0,", count: 4_999) + "0"
    + String(repeating: "]", count: 500)

  @Test func `a deep nest is shown and compared as it was written, not as a hundred times its size`() throws {
    let front = FrontDriver(texts: [[Self.deep, Self.deep.replacing("0,0]", with: "0,1]")]])
    let column = try #require(front.model.screen?.columns[0])
    #expect(column.source == Array(Self.deep.utf8))
    #expect(column.pane.source.utf8.count < 100_000)
    #expect(front.text.contains("[[[["))
  }

  @Test func `outputs that are a deep nest are read, and corrected, as short as they are`() throws {
    let value = try JSONParser.parse(#"{"a":"#.utf8 + Array(Self.deep.utf8) + "}".utf8)
    let output = Candidate.Output.structured(try #require(value.object))
    #expect(Candidate(output: output).displayText.utf8.count == Self.deep.utf8.count + 6)
    #expect(output.text(ofField: "a").utf8.count == Self.deep.utf8.count)
    #expect(output.text(ofField: nil).utf8.count == Self.deep.utf8.count + 6)
  }

  @Test func `JSON has its lines and its roles, and is kept as the model wrote it`() {
    let text = RunText(#"{"a\"": -1.5, "b": [true, "x: y"]}"#)
    #expect(
      String(decoding: text.compared, as: UTF8.self)
        == "{\n  \"a\\\"\": -1.5,\n  \"b\": [\n    true,\n    \"x: y\"\n  ]\n}")
    #expect(
      text.rendered(isRaw: false, for: .unicode).styles.map(\.role) == [
        .jsonKey, .jsonNumber, .jsonKey, .jsonLiteral, .jsonString,
      ])
    #expect(text.original == #"{"a\"": -1.5, "b": [true, "x: y"]}"#)
    #expect(text.rendered(isRaw: true, for: .unicode).shown == text.original)
    #expect(text.rendered(isRaw: true, for: .unicode).styles.isEmpty)
  }

  @Test func `a text that is no JSON is Markdown, and compared as it was written`() {
    let text = RunText("{ **b** }")
    #expect(text.compared == Array("{ **b** }".utf8))
    #expect(text.rendered(isRaw: false, for: .unicode).shown == "{ b }")
    #expect(text.rendered(isRaw: true, for: .unicode).shown == "{ **b** }")
  }

  @Test func `whatever JSON is made of, what is compared is a few times as long at most`() {
    var samples = DifferenceSamples(seed: 5)
    for _ in 0..<60 {
      var (depth, json) = (0, "")
      let (length, rarity) = (samples.number(in: 1...20_000), samples.number(in: 0...99))
      while json.utf8.count < length {
        let isNested = depth < 500 && samples.number(in: 0...99) <= rarity
        json += isNested ? "[" : "0,"
        depth += isNested ? 1 : 0
      }
      json = "[" + json + "0" + String(repeating: "]", count: depth + 1)
      #expect(RunText(json).compared.count <= JSONValue.mostReadable(from: json.utf8.count))
    }
  }
}
