import Foundation
import StrictJSON
import Testing

@testable import FeedbackSubmission

@Suite struct FeedbackArgumentsTests {
  private static let run = UUID.run(1).uuidString.lowercased()

  private func arguments(_ json: String) throws -> FeedbackArguments {
    try FeedbackArguments(try #require(try JSONParser.parse(json.utf8).object))
  }

  /// With a run, so that only what the test is about can be refused.
  private func record(_ members: String) throws -> FeedbackRecord {
    try arguments(#"{"run_id":"\#(Self.run)",\#(members)}"#).record
  }

  @Test func `Defaults are the SDK's`() throws {
    let arguments = try arguments(#"{"run_id":"\#(Self.run)"}"#)
    #expect(arguments.record == FeedbackRecord(target: .run(.init(runID: .run(1)))))
    #expect(arguments.record.key == "unnamed")
    #expect(arguments.record.extendsTraceRetention)
    #expect(arguments.stopAfterAttempt == 10)
  }

  @Test func `Every argument reaches the record`() throws {
    let text = """
      {"run_id": "aaaa0001-0000-4000-8000-000000000001", "trace_id": "aaaa0001-0000-4000-8000-000000000002",
       "session_id": "aaaa0001-0000-4000-8000-000000000003", "start_time": "2025-12-31T23:59:58.5Z", "key": "k",
       "score": 0.5, "value": {"v": 1}, "correction": {"c": 1}, "comment": "text", "source_info": {"tool": "t"},
       "feedback_source_type": "model", "source_run_id": "aaaa0001-0000-4000-8000-000000000004",
       "feedback_id": "{AAAA0001-0000-4000-8000-000000000005}", "stop_after_attempt": 3,
       "feedback_config": {"type": "categorical", "min": 0, "max": 1,
         "categories": [{"value": 1, "label": "a"}, {"value": 0}], "allows_multiple_categories": true, "odd": 1},
       "comparative_experiment_id": "aaaa0001-0000-4000-8000-000000000006",
       "feedback_group_id": "aaaa0001-0000-4000-8000-000000000007", "extra": {"e": 1}, "error": false,
       "extend_trace_retention": false, "project_id": null, "address": null}
      """
    let arguments = try arguments(text)
    let target = FeedbackRecord.RunReference(
      runID: .run(1), traceID: .run(2), sessionID: .run(3), startTime: "2025-12-31T23:59:58.500000+00:00")
    let configuration = FeedbackConfiguration(
      kind: .categorical, minimum: 0, maximum: 1,
      categories: [.init(value: 1, label: "a"), .init(value: 0)], allowsMultipleCategories: true)
    let expected = FeedbackRecord(
      id: .run(5), target: .run(target), key: "k", score: .float(0.5), value: ["v": 1], comment: "text",
      correction: ["c": 1], source: .init(kind: .model, metadata: ["tool": "t"], runID: .run(4)),
      configuration: configuration, comparativeExperimentID: .run(6), groupID: .run(7), extra: ["e": 1],
      error: false, extendsTraceRetention: false)
    #expect(arguments.record == expected)
    #expect(arguments.stopAfterAttempt == 3)
    // All but the two that exclude others.
    #expect(try #require(try JSONParser.parse(text.utf8).object).count == FeedbackArguments.names.count)
  }

  @Test(
    arguments: [("true", .bool(true)), ("1", .integer(1)), ("1.0", .float(1)), ("1e0", .float(1))]
      as [(String, FeedbackRecord.Score)])
  func `The kinds of score are kept apart`(json: String, score: FeedbackRecord.Score) throws {
    #expect(try record(#""score":\#(json)"#).score == score)
  }

  @Test func `A trace alone is its root run`() throws {
    let record = try arguments(#"{"trace_id":"\#(Self.run)"}"#).record
    #expect(record.target == .run(.trace(.run(1))))
  }

  @Test func `A project is a target, and a session goes before it`() throws {
    #expect(try arguments(#"{"project_id":"\#(Self.run)"}"#).record.target == .project(.run(1)))
    let both = #"{"project_id":"\#(Self.run)","session_id":"\#(UUID.run(2))"}"#
    #expect(try arguments(both).record.target == .project(.run(2)))
  }

  @Test func `Numbers beyond a float are null, wherever they stand`() throws {
    let record = try record(
      #""score":-1e400,"value":{"a":[1e400,1e4],"b":1e-400},"correction":{"c":1e400},"extra":{"e":1e999},"source_info":{"s":1e400}"#
    )
    let json = try #require(try JSONParser.parse(FeedbackContent(of: record).json).object)
    #expect(json["score"] == .null)
    #expect(json["value"]?.text() == #"{"a":[null,1e4],"b":1e-400}"#)
    #expect(json["correction"] == ["c": .null])
    #expect(json["extra"] == ["e": .null])
    #expect(json["feedback_source"]?.object?["metadata"] == ["s": .null])
    #expect(try self.record(#""value":1e400"#).value == .null)
  }

  @Test func `An address is sent as a resource name`() throws {
    let record = try record(#""address":{"kind":"AGENT","id":"my-agent","environment":"PRODUCTION"}"#)
    let json = String(decoding: try FeedbackContent(of: record).json, as: UTF8.self)
    #expect(json.hasSuffix(#""address":"lrn:agents/my-agent/environments/production"}"#))
  }

  @Test(
    "What is refused is named",
    arguments: [
      (#""run_id":"x""#, "run_id: expected a UUID"), (#""run_id":4"#, "run_id: expected a UUID"),
      (#""feedback_id":"not-a-uuid""#, "feedback_id: expected a UUID"),
      (#""source_run_id":"judge""#, "source_run_id: expected a UUID"),
      (#""source_info":{"__run":{"run_id":"judge"}}"#, "source_info.__run.run_id: expected a UUID"),
      (#""source_info":[]"#, "source_info: expected an object"),
      (#""score":"1""#, "score: expected a number, true or false"),
      (#""score":{}"#, "score: expected a number, true or false"),
      (#""score":99999999999999999999"#, "score: expected a number, true or false"),
      (#""value":[1]"#, "value: expected an object, text, a number, true or false"),
      (#""comment":3"#, "comment: expected text"), (#""key":null"#, "key: expected text"),
      (#""correction":1"#, "correction: expected an object or text"),
      (#""feedback_source_type":"app""#, "feedback_source_type: expected one of api, model"),
      (
        #""feedback_config":{"type":"odd"}"#,
        "feedback_config.type: expected one of continuous, categorical, freeform"
      ),
      (#""feedback_config":{}"#, "feedback_config.type: expected one of continuous, categorical, freeform"),
      (#""feedback_config":{"type":"freeform","min":"a"}"#, "feedback_config.min: expected a number"),
      (
        #""feedback_config":{"type":"categorical","categories":[{"value":1},{"label":"x"}]}"#,
        "feedback_config.categories[1].value: expected a number"
      ),
      (#""stop_after_attempt":0"#, "stop_after_attempt: expected a number of attempts, 1 or more"),
      (#""stop_after_attempt":2.0"#, "stop_after_attempt: expected a number of attempts, 1 or more"),
      (#""start_time":"yesterday""#, "start_time: expected a time such as 2026-01-31T09:30:00Z"),
      (#""extra":"x""#, "extra: expected an object"), (#""error":1"#, "error: expected true or false"),
      (#""extend_trace_retention":null"#, "extend_trace_retention: expected true or false"),
      (#""scor":1"#, "scor: there is no such argument"),
      (
        #""address":{"kind":"AGENT","id":"A","environment":"LOCAL"}"#,
        "address.id: expected 1 to 63 lower-case letters, digits and hyphens, a letter first, no hyphen last"
      ),
      (
        #""address":{"kind":"AGENT","id":"a","environment":"moon"}"#,
        "address.environment: expected one of local, development, staging, production"
      ),
      (#""address":{"kind":"EVALUATOR"}"#, "address.kind: expected AGENT"),
    ])
  func refuses(members: String, message: String) throws {
    let base = members.hasPrefix(#""run_id""#) ? "{\(members)}" : #"{"trace_id":"\#(Self.run)",\#(members)}"#
    let error = #expect(throws: FeedbackArgumentError.self) { try arguments(base) }
    #expect(error?.description == message)
  }

  @Test(
    "Targets that contradict one another are refused",
    arguments: [
      ("{}", "run_id: expected one of run_id, trace_id and project_id"),
      (#"{"run_id":null,"key":"k"}"#, "run_id: expected one of run_id, trace_id and project_id"),
      (#"{"run_id":"RUN","project_id":"RUN"}"#, "project_id: cannot be given together with run_id"),
      (#"{"trace_id":"RUN","project_id":"RUN"}"#, "project_id: cannot be given together with trace_id"),
      (
        #"{"run_id":"RUN","session_id":"RUN","address":AGENT}"#,
        "address: cannot be given together with session_id"
      ),
      (
        #"{"project_id":"RUN","start_time":"2025-12-31"}"#,
        "start_time: cannot be given together with project_id"
      ),
      (#"{"project_id":"RUN","address":AGENT}"#, "address: cannot be given together with project_id"),
    ])
  func refusesTargets(json: String, message: String) throws {
    let address = #"{"kind":"AGENT","id":"a","environment":"LOCAL"}"#
    let json = json.replacing("RUN", with: Self.run).replacing("AGENT}", with: address + "}")
    let error = #expect(throws: FeedbackArgumentError.self) { try arguments(json) }
    #expect(error?.description == message)
  }

  @Test func `A message spells names as its reader knows them`() {
    let error = FeedbackArgumentError(argument: "run_id", problem: .expected("a UUID"))
    #expect(error.description { "--" + $0.replacing("_", with: "-") } == "--run-id: expected a UUID")
  }

  @Test(arguments: [
    ("CCCC0001000040008000000000000001", true), ("urn:uuid:cccc0001-0000-4000-8000-000000000001", true),
    ("{cccc0001-0000-4000-8000-000000000001}", true), ("cccc0001-0000-4000-8000-00000000000", false),
    ("cccc0001-0000-4000-8000-00000000000g", false), ("+ccc0001000040008000000000000001", false), ("", false),
  ])
  func `Ids are read as Python reads them`(text: String, isID: Bool) {
    let id = UUID(lenient: text)
    #expect(id == (isID ? UUID(uuidString: "cccc0001-0000-4000-8000-000000000001") : nil))
  }
}
