import Foundation
import StrictJSON
import Testing

@testable import Preference

@Suite struct ComparisonReaderTests {
  @Test func `A full record is read with all that it says`() throws {
    let comparison = try ComparisonReader.comparison(
      from: """
        {"id":"q1","prompt":[{"role":"system","content":"Be brief."},{"role":"user","content":"Why?"}],
        "reference":"Because.","metadata":{"topic":"x","n":1.0},
        "candidates":[
        {"id":"a","model":"m1","text":"One","run_id":"6F9619FF-8B86-D011-B42D-00CF4FC964FF",
        "trace_id":"6f9619ff-8b86-d011-b42d-00cf4fc964fe","session_id":"6f9619ff-8b86-d011-b42d-00cf4fc964fd",
        "start_time":"2026-01-31T09:30:00.123456","metadata":{"t":0.7}},
        {"outputs":{"answer":[1,2]}}]}
        """.utf8)
    let run = RunIdentity(
      runID: try #require(UUID(uuidString: "6f9619ff-8b86-d011-b42d-00cf4fc964ff")),
      traceID: UUID(uuidString: "6f9619ff-8b86-d011-b42d-00cf4fc964fe"),
      sessionID: UUID(uuidString: "6f9619ff-8b86-d011-b42d-00cf4fc964fd"),
      startTime: "2026-01-31T09:30:00.123456")
    let expected = Comparison(
      id: "q1",
      prompt: .messages([.init(role: "system", content: "Be brief."), .init(role: "user", content: "Why?")]),
      reference: "Because.", metadata: ["topic": "x", "n": 1.0],
      candidates: [
        Candidate(id: "a", model: "m1", output: .text("One"), run: run, metadata: ["t": 0.7]),
        Candidate(output: .structured(["answer": [1, 2]])),
      ])
    #expect(comparison == expected)
    #expect(comparison.candidates.first?.run == run)
  }

  @Test func `Absent members may be written as null, and texts may be empty`() throws {
    let comparison = try ComparisonReader.comparison(
      from: """
        {"id":"q","prompt":"","reference":null,"metadata":null,"candidates":[
        {"id":null,"model":null,"text":"","outputs":null,"run_id":null,"metadata":null},{"text":null,"outputs":{}}]}
        """.utf8)
    let expected = Comparison(
      id: "q", prompt: .text(""),
      candidates: [Candidate(output: .text("")), Candidate(output: .structured(JSONObject()))])
    #expect(comparison == expected)
  }

  @Test func `Thirty candidates are read`() throws {
    let candidates = (0..<30).map { "{\"id\":\"c\($0)\",\"text\":\"\($0)\"}" }.joined(separator: ",")
    let comparison = try ComparisonReader.comparison(from: record(candidates: candidates).utf8)
    #expect(comparison.candidates.count == 30)
  }

  @Test("A record at fault is refused with the field and what was expected there", arguments: faultyRecords)
  func faults(record: String, description: String) {
    let error = #expect(throws: RecordFault.self) { try ComparisonReader.comparison(from: record.utf8) }
    #expect(error?.description == description)
    #expect(error?.kind == .bad)
  }

  @Test("Fewer than two candidates are set aside", arguments: ["", #"{"text":"a"}"#])
  func setAside(candidates: String) {
    let error = #expect(throws: RecordFault.self) {
      try ComparisonReader.comparison(from: record(candidates: candidates).utf8)
    }
    #expect(error?.kind == .setAside)
    #expect(error?.description == "candidates: expected two or more candidates; set aside")
  }

  @Test func `Ids that look alike but differ in scalars are different ids`() throws {
    let text = record(candidates: "{\"id\":\"\u{e9}\",\"text\":\"\"},{\"id\":\"e\u{301}\",\"text\":\"\"}")
    #expect(try ComparisonReader.comparison(from: text.utf8).candidates.count == 2)
  }

  @Test func `A key full of control characters does not get into the message`() {
    let key = "\\u001b]0;x\\u0007\u{202e}" + String(repeating: "k", count: 100)
    let error = #expect(throws: RecordFault.self) {
      try ComparisonReader.comparison(from: "{\"\(key)\":1}".utf8)
    }
    let name = "\\u{1b}]0;x\\u{7}\\u{202e}" + String(repeating: "k", count: 33) + "..."
    #expect(
      error?.description == name + ": expected only the keys id, prompt, reference, metadata, candidates")
  }
}

private func record(candidates: String) -> String {
  #"{"id":"q","prompt":"p","candidates":["# + candidates + "]}"
}

private func record(second: String) -> String { record(candidates: #"{"id":"a","text":""},"# + second) }

/// A record, and the description of its fault.
private let faultyRecords = [
  (#"{"id":"q","prompt":"p""#, "byte 23: expected a comma or a closing brace"),
  ("[]", "expected an object"),
  (#"{"prompt":"p","candidates":[]}"#, "id: expected text that is not empty"),
  (#"{"id":"","prompt":"p","candidates":[]}"#, "id: expected text that is not empty"),
  (#"{"id":17,"prompt":"p","candidates":[]}"#, "id: expected text that is not empty"),
  (#"{"id":"q","candidates":[]}"#, "prompt: expected text or a list of messages"),
  (#"{"id":"q","prompt":[],"candidates":[]}"#, "prompt: expected text or a list of messages"),
  (#"{"id":"q","prompt":{"text":"p"},"candidates":[]}"#, "prompt: expected text or a list of messages"),
  (#"{"id":"q","prompt":["p"],"candidates":[]}"#, "prompt[0]: expected an object"),
  (#"{"id":"q","prompt":[{"role":"","content":""}]}"#, "prompt[0].role: expected text that is not empty"),
  (#"{"id":"q","prompt":[{"role":"user","content":["a"]}]}"#, "prompt[0].content: expected text"),
  (
    #"{"id":"q","prompt":[{"role":"user","content":"","name":"n"}]}"#,
    "prompt[0].name: expected only the keys role, content"
  ),
  (#"{"id":"q","prompt":"p","reference":1,"candidates":[]}"#, "reference: expected text"),
  (#"{"id":"q","prompt":"p","metadata":[],"candidates":[]}"#, "metadata: expected an object"),
  (#"{"id":"q","prompt":"p"}"#, "candidates: expected a list of two or more candidates"),
  (#"{"id":"q","prompt":"p","candidate":[]}"#, "candidate: expected a known key; the nearest is candidates"),
  (record(second: "null"), "candidates[1]: expected an object"),
  (record(second: "{}"), "candidates[1]: expected text or outputs"),
  (record(second: #"{"text":"","outputs":{}}"#), "candidates[1]: expected text or outputs, not both"),
  (record(second: #"{"text":["a"]}"#), "candidates[1].text: expected text"),
  (record(second: #"{"outputs":"a"}"#), "candidates[1].outputs: expected an object"),
  (record(second: #"{"txet":"a"}"#), "candidates[1].txet: expected a known key; the nearest is text"),
  (record(second: #"{"text":"","id":""}"#), "candidates[1].id: expected text that is not empty"),
  (record(second: #"{"text":"","id":"a"}"#), "candidates[1].id: expected an id that no other candidate has"),
  (record(second: #"{"text":"","model":1}"#), "candidates[1].model: expected text"),
  (record(second: #"{"text":"","run_id":"17"}"#), "candidates[1].run_id: expected a UUID"),
  (
    record(second: #"{"text":"","run_id":"{6f9619ff-8b86-d011-b42d-00cf4fc964ff}"}"#),
    "candidates[1].run_id: expected a UUID"
  ),
  (
    record(second: #"{"text":"","trace_id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff"}"#),
    "candidates[1].run_id: expected a UUID, as the candidate names a trace, session or start time"
  ),
  (
    record(second: #"{"text":"","start_time":"yesterday"}"#),
    "candidates[1].start_time: expected a time such as 2026-01-31T09:30:00Z"
  ),
  (
    record(
      candidates: #"{"text":"","run_id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff"},"#
        + #"{"text":"","run_id":"6F9619FF-8B86-D011-B42D-00CF4FC964FF"}"#),
    "candidates[1].run_id: expected a run that no other candidate has"
  ),
]
