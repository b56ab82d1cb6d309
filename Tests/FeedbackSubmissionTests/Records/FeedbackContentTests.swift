import Foundation
import StrictJSON
import Testing

@testable import FeedbackSubmission

@Suite struct FeedbackContentTests {
  @Test func `A record without anything optional has four members`() throws {
    let record = FeedbackRecord(target: .run(.init(runID: id(1))))
    #expect(
      try text(record) == """
        {"run_id":"aaaa0001-0000-4000-8000-000000000001","key":"unnamed",\
        "feedback_source":{"type":"api","metadata":{}},"extend_trace_retention":true}
        """)
  }

  @Test func `Members stand in the order of the SDK`() throws {
    var record = FeedbackRecord(
      target: .run(.init(runID: id(1), traceID: id(2), sessionID: id(3), startTime: "2025-12-31T23:59:58Z")),
      key: "quality", source: .init(kind: .model, metadata: ["tool": "tui"], runID: id(9)),
      extendsTraceRetention: false)
    record.score = .float(0.75)
    record.value = "good"
    record.comment = "Right \"idea\"\n"
    record.correction = ["answer": "42"]
    record.configuration = .continuous(minimum: 0, maximum: 1)
    record.comparativeExperimentID = id(4)
    record.groupID = id(5)
    record.extra = ["blind": true, "none": nil]
    record.error = false
    #expect(
      try text(record) == """
        {"run_id":"aaaa0001-0000-4000-8000-000000000001","trace_id":"aaaa0001-0000-4000-8000-000000000002",\
        "key":"quality","score":0.75,"value":"good","comment":"Right \\"idea\\"\\n","correction":{"answer":"42"},\
        "feedback_source":{"type":"model","metadata":{"tool":"tui",\
        "__run":{"run_id":"aaaa0001-0000-4000-8000-000000000009"}}},\
        "session_id":"aaaa0001-0000-4000-8000-000000000003","start_time":"2025-12-31T23:59:58+00:00",\
        "comparative_experiment_id":"aaaa0001-0000-4000-8000-000000000004",\
        "feedback_group_id":"aaaa0001-0000-4000-8000-000000000005","extra":{"blind":true,"none":null},\
        "feedback_config":{"type":"continuous","min":0.0,"max":1.0},"extend_trace_retention":false,"error":false}
        """)
  }

  @Test func `Feedback on a project carries its session and no run`() throws {
    let record = FeedbackRecord(target: .project(id(3)), key: "win_rate")
    #expect(
      try text(record) == """
        {"key":"win_rate","feedback_source":{"type":"api","metadata":{}},\
        "session_id":"aaaa0001-0000-4000-8000-000000000003","extend_trace_retention":true}
        """)
  }

  @Test(
    "The kinds of score are kept apart",
    arguments: [
      (.bool(true), "true"), (.integer(3), "3"), (.float(1), "1.0"), (.float(0.12346), "0.1235"),
      (.float(.nan), "null"), (.float(-.infinity), "null"), (.float(5e-05), "0.0001"),
      (.float(1e16), "1e+16"),
    ] as [(FeedbackRecord.Score, String)])
  func writes(score: FeedbackRecord.Score, literal: String) {
    #expect(score.wireValue.text() == literal)
  }

  @Test func `Configurations have floats and leave out what they lack`() throws {
    var record = FeedbackRecord(target: .project(id(1)))
    record.configuration = .categorical([.init(value: 1, label: "A"), .init(value: 0.5)])
    #expect(try text(record).contains(#""categories":[{"value":1.0,"label":"A"},{"value":0.5}]"#))
    record.configuration = .continuous(minimum: nil, maximum: 10)
    #expect(try text(record).contains(#""feedback_config":{"type":"continuous","max":10.0}"#))
  }

  @Test func `A caller's own __run is not replaced, but names a run`() throws {
    var source = FeedbackRecord.Source(
      metadata: ["__run": ["run_id": .string("\(id(8))"), "k": 1]], runID: id(9))
    let record = FeedbackRecord(target: .project(id(1)), source: source)
    #expect(
      try text(record).contains(
        #""metadata":{"__run":{"run_id":"aaaa0001-0000-4000-8000-000000000008","k":1}}"#))
    source.metadata = ["__run": ["run_id": "mine"]]
    #expect(throws: FeedbackRecordError.sourceRunIsNoUUID(key: "unnamed")) {
      try FeedbackContent(of: FeedbackRecord(target: .project(id(1)), source: source))
    }
  }

  @Test func `What the server could not give back is refused`() {
    var record = FeedbackRecord(target: .project(id(1)), key: "k")
    record.value = [1, 2]
    #expect(throws: FeedbackRecordError.valueIsArray(key: "k")) { try FeedbackContent(of: record) }
    record.value = nil
    record.correction = 4
    #expect(throws: FeedbackRecordError.correctionIsNeitherObjectNorText(key: "k")) {
      try FeedbackContent(of: record)
    }
  }

  private func text(_ record: FeedbackRecord) throws -> String {
    String(decoding: try FeedbackContent(of: record).json, as: UTF8.self)
  }

  private func id(_ number: Int) -> UUID { .run(number) }
}
