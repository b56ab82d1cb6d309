import StrictJSON
import Testing

@testable import Preference

@Suite("The parts of an output that are corrected")
struct CorrectionFieldTests {
  private func output(_ json: String) throws -> Candidate.Output {
    .structured(try #require(JSONParser.parse(json.utf8).object))
  }

  private func names(_ json: String) throws -> [String] { try output(json).correctionFields.map(\.key) }

  @Test func `each value is followed by those in it`() throws {
    #expect(
      try names(#"{"m":[{"role":"a","n":1},"t",2,null],"x":{"y":{"z":true}},"l":[1,2]}"#)
        == ["m", "m[0]", "m[0].role", "m[0].n", "m[1]", "x", "x.y", "x.y.z", "l"])
    #expect(try names("{}") == [])
    #expect(Candidate.Output.text("t").correctionFields == [])
  }

  @Test func `a name at the top level is that value, and none is there twice`() throws {
    let output = try output(#"{"a.b":1,"a":{"b":2,"c":3}}"#)
    #expect(output.correctionFields.map(\.key) == ["a.b", "a", #"a["b"]"#, "a.c"])
    #expect(output.text(ofField: "a.b") == "1")
    #expect(try output.replacing(field: "a.b", with: "9") == self.output(#"{"a.b":9,"a":{"b":2,"c":3}}"#))
  }

  @Test func `what is deep or long is not offered in parts`() throws {
    let many = (0..<500).map { #""k\#($0)":"v""# }.joined(separator: ",")
    #expect(try names("{\"o\":{\(many)}}").count == 201)
    #expect(try names("{\(many)}").count == 500, "all of the top level is")
    let deep = String(repeating: #"{"a":"#, count: 20) + "1" + String(repeating: "}", count: 20)
    #expect(try names(deep).count == 8)
  }

  @Test func `a value within a value is replaced, and nothing else`() throws {
    let before = try output(#"{"m":[{"role":"a","n":1.50},{"role":"b"}],"z":1}"#)
    #expect(
      try before.replacing(field: "m[1].role", with: "c")
        == output(#"{"m":[{"role":"a","n":1.50},{"role":"c"}],"z":1}"#))
    #expect(
      try before.replacing(field: "m[0]", with: "{}") == output(#"{"m":[{},{"role":"b"}],"z":1}"#))
    #expect(before.text(ofField: "m[0].n") == "1.50")
    #expect(before.isText(ofField: "m[0].role") && !before.isText(ofField: "m[0].n"))
  }

  @Test func `types are kept, syntax is told, and what is gone is named`() throws {
    let output = try output(#"{"m":[{"n":1}]}"#)
    #expect(throws: CorrectionFault.changesType(key: "m[0].n", from: "number", to: "text")) {
      try output.replacing(field: "m[0].n", with: "\"x\"")
    }
    #expect(
      try output.replacing(field: "m[0].n", with: "\"x\"", changingType: true)
        == self.output(#"{"m":[{"n":"x"}]}"#))
    #expect(throws: CorrectionFault.self) { try output.replacing(field: "m[0].n", with: "{") }
    #expect(throws: CorrectionFault.isGone(key: "m[1].n")) {
      try output.replacing(field: "m[1].n", with: "1")
    }
  }

  @Test func `a value and what is in it are not written at once`() {
    func subject(_ field: String?) -> EditSubject { .correction(0, field: field) }
    #expect(
      subject("m").overlaps(subject("m[0].n"), in: nil) && subject("m[0].n").overlaps(subject("m"), in: nil))
    #expect(
      subject(nil).overlaps(subject("m[0]"), in: nil) && subject("m[0]").overlaps(subject(nil), in: nil))
    #expect(
      !subject("m[0]").overlaps(subject("m[1]"), in: nil) && !subject("m").overlaps(subject("ma.n"), in: nil))
    #expect(!subject("m").overlaps(subject("m"), in: nil))
  }

  @Test func `keys that look like paths are told apart`() throws {
    let output = try output(#"{"a":{"b.c":1,"b":{"c":2},"x[0]":3,"x":["y"]}}"#)
    #expect(
      output.correctionFields.map(\.key) == ["a", "a.b.c", "a.b", #"a.b["c"]"#, "a.x[0]", "a.x"])
    #expect(output.text(ofField: #"a.b["c"]"#) == "2" && output.text(ofField: "a.b.c") == "1")
    #expect(
      try output.replacing(field: #"a.b["c"]"#, with: "9")
        == self.output(#"{"a":{"b.c":1,"b":{"c":9},"x[0]":3,"x":["y"]}}"#))
  }

  @Test func `a value overlaps with what it is in, not with what is only named so`() throws {
    let output = try output(#"{"a.b":1,"a":{"b":2,"c.d":3,"c":{"d":4}}}"#)
    func overlaps(_ field: String, _ other: String) -> Bool {
      let subjects = [field, other].map { EditSubject.correction(0, field: $0) }
      let isSo = subjects[0].overlaps(subjects[1], in: output)
      #expect(isSo == subjects[1].overlaps(subjects[0], in: output))
      return isSo
    }
    #expect(!overlaps("a.b", "a") && overlaps(#"a["b"]"#, "a"))
    #expect(!overlaps("a.c.d", "a.c") && overlaps(#"a.c["d"]"#, "a.c"))
    #expect(overlaps("gone.x", "gone") && !overlaps("a", "a"))
  }
}
