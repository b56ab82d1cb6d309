import StrictJSON
import Testing

@testable import Preference

@Suite struct ComparisonJSONTests {
  @Test(
    "What was read is written again scalar by scalar, number by number, in its order",
    arguments: [
      #"{"id":"q","prompt":"p","candidates":[{"text":""},{"outputs":{}}]}"#,
      "{\"id\":\"e\u{301}\",\"prompt\":\"\u{e9}\u{202e}\u{feff}\u{e0041}\\u0000\\u001b\",\"candidates\":"
        + "[{\"text\":\"👨‍👩‍👧 \u{212b}\"},{\"outputs\":{\"z\":1.0,\"a\":[1e2,-0,null],\"\u{e5}\":{},\"a\u{30a}\":\"\"}}]}",
      #"{"id":"q","prompt":[{"role":"user","content":"p"}],"reference":"r","metadata":{"b":1,"a":{"z":[],"y":2.50}},"#
        + #""candidates":[{"id":"1","model":"m","text":"t","run_id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","#
        + #""trace_id":"6f9619ff-8b86-d011-b42d-00cf4fc964fe","session_id":"6f9619ff-8b86-d011-b42d-00cf4fc964fd","#
        + #""start_time":"2026-01-31T09:30:00","metadata":{"k":true}},{"text":"u"}]}"#,
    ])
  func roundTrip(record: String) throws {
    let comparison = try ComparisonReader.comparison(from: record.utf8)
    #expect(comparison.json.utf8() == Array(record.utf8))
  }

  @Test func `The digest does not depend on the order of members in the file`() throws {
    let one = try ComparisonReader.comparison(
      from: #"{"id":"q","prompt":"p","candidates":[{"id":"a","text":"x"},{"text":"y"}]}"#.utf8)
    let other = try ComparisonReader.comparison(
      from: #"{ "candidates":[{"text":"x","id":"a"},{"text":"y"}],"metadata":{},"prompt":"p","id":"q"}"#.utf8)
    #expect(one.digest == other.digest)
    #expect(one.digest == Comparison.digest(ofBody: one.json.utf8()))
  }

  @Test func `Canonically equivalent comparisons are different, and so are their digests`() {
    let one = makeComparison(["a", "b"], prompt: .text("\u{e9}"))
    let other = makeComparison(["a", "b"], prompt: .text("e\u{301}"))
    #expect(one != other)
    #expect(one.digest != other.digest)
    #expect(one.prompt != other.prompt)
    #expect(Candidate(output: .text("\u{e9}")) != Candidate(output: .text("e\u{301}")))
    #expect(Candidate.Output.text("\u{e9}") != .text("e\u{301}"))
    #expect(one == makeComparison(["a", "b"], prompt: .text("\u{e9}")))
  }
}
